import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type BuildRequest, buildImage } from '../../../actions/engine/build.ts'
import { inspectImage, requirePlatform, withoutTraces } from '../../../actions/engine/image.ts'
import { locateStore } from '../../../actions/engine/store.ts'
import { requestIn } from '../../unit/engine/requests.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

const SIMPLE = `FROM scratch
COPY busybox /bin/sh
COPY file /file
HEALTHCHECK CMD ["/bin/sh", "true"]
`

let fixture: EngineFixture
beforeAll(async () => {
  fixture = await openEngineFixture()
})
afterAll(() => fixture.remove())

async function requestFor(containerfile: string, changes: Partial<BuildRequest> = {}): Promise<BuildRequest> {
  return requestIn(await fixture.context(containerfile), changes)
}

async function build(request: BuildRequest) {
  const folder = await mkdtemp(join(fixture.folder, 'work-'))
  const result = await buildImage(fixture.engine, request, folder)
  const image = await inspectImage(await locateStore(fixture.engine), result.imageId)
  return { result, image, config: JSON.parse(Buffer.from(image.config).toString()) }
}

describe('podman build', () => {
  test('gives an image with the labels of the plan, and its HEALTHCHECK', async () => {
    const labels = { 'org.opencontainers.image.title': 'a "quoted" name', plain: 'x=y' }
    const { config } = await build(await requestFor(SIMPLE, { labels }))
    expect(config.config.Labels).toMatchObject(labels)
    expect(config.config.Healthcheck.Test).toEqual(['CMD', '/bin/sh', 'true'])
  })

  test('counts what came from the cache', async () => {
    const request = await requestFor(SIMPLE)
    const first = await build(request)
    const second = await build(request)
    expect(second.result.steps).toBe(first.result.steps)
    expect(second.result.cacheHits).toBe(second.result.steps)
    expect(second.image.id).toBe(first.image.id)
  })

  test.each([
    ['linux/arm64', 'arm64'],
    ['linux/arm/v7', 'arm'],
  ])('builds for %s where nothing has to run', async (platform, architecture) => {
    expect(
      (await build(await requestFor(SIMPLE, { platform, noCache: true }))).image.platform.architecture,
    ).toBe(architecture)
  })

  test('an image of another architecture is refused', async () => {
    const { image } = await build(await requestFor(SIMPLE, { platform: 'linux/arm64', noCache: true }))
    expect(() => requirePlatform(image, { os: 'linux', architecture: 'amd64' })).toThrow(
      'is for linux/arm64, not for linux/amd64',
    )
    expect(() => requirePlatform(image, { os: 'linux', architecture: 'arm64' })).not.toThrow()
  })

  test('a secret reaches its step and is in no layer, history or argument', async () => {
    const file = join(fixture.folder, 'secret')
    await writeFile(file, 's3cret-canary\n')
    const containerfile = `FROM scratch
COPY busybox /bin/sh
RUN --mount=type=secret,id=token ["/bin/sh", "-c", "read token < /run/secrets/token; test \${#token} = 13 && echo ok > /proof"]
`
    const { config, image } = await build(
      await requestFor(containerfile, { secrets: [`id=token,src=${file}`] }),
    )
    expect(JSON.stringify(config)).not.toContain('s3cret-canary')
    expect(image.layers).toHaveLength(2)
  })

  test('a failing step is told with its platform, and podman’s own words', async () => {
    const failing = build(await requestFor('FROM scratch\nCOPY nothing /\n'))
    await expect(failing).rejects.toThrow(/The build for linux\/amd64 failed: .*nothing/)
  })

  test('a base that needs a login says so', async () => {
    const failing = build(
      await requestFor(
        'FROM scratch\nCOPY busybox /bin/sh\nRUN ["/bin/sh", "-c", "echo authentication required >&2; exit 1"]\n',
      ),
    )
    await expect(failing).rejects.toThrow(
      expect.objectContaining({ hint: expect.stringContaining('registry-auth') }),
    )
  })

  test('a context that looks like an option is a context', async () => {
    const failing = build({
      ...(await requestFor(SIMPLE)),
      context: '--help',
      file: '/nowhere/Containerfile',
    })
    await expect(failing).rejects.toThrow('failed')
  })

  test('the same commit time gives the same image', async () => {
    const epoch = 1_700_000_000
    const first = await build(await requestFor(SIMPLE, { epoch }))
    const second = await build(await requestFor(SIMPLE, { epoch }))
    expect(withoutTraces(second.image).id).toBe(withoutTraces(first.image).id)
    expect(first.config.created).toContain('2023-11-14')
  })

  test('formats can be chosen; oci has no HEALTHCHECK', async () => {
    const { config } = await build(await requestFor(SIMPLE, { format: 'oci' }))
    expect(config.config.Healthcheck).toBeUndefined()
  })
})
