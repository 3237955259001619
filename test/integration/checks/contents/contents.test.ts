import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { extract } from 'tar-stream'
import { CancelledError } from '../../../../actions/base/errors.ts'
import { readContents } from '../../../../actions/checks/contents/contents.ts'
import { readFacts } from '../../../../actions/checks/contents/read-facts.ts'
import { type Image, inspectImage } from '../../../../actions/engine/image.ts'
import { fromRoot, readSavedLayers } from '../../../../actions/engine/layers.ts'
import { locateStore } from '../../../../actions/engine/store.ts'
import { plainOutput } from '../../../../actions/runner/output.ts'
import { processRunner } from '../../../../actions/runner/process.ts'
import { failedIn, verified } from '../../../unit/checks/contents/saved-image.ts'
import { type EngineFixture, openEngineFixture } from '../../engine/fixture.ts'

const LONG = `${'long-folder-name/'.repeat(16)}${'n'.repeat(150)}`
const CONTAINERFILE = `
FROM scratch AS base
COPY busybox /bin/busybox
COPY folder /folder
RUN ["/bin/busybox", "chmod", "4755", "/bin/busybox"]

FROM base
ARG API_TOKEN=tok_123
RUN ["/bin/busybox", "sh", "-c", "echo $API_TOKEN > /used; /bin/busybox mkdir -p /etc; echo 'app:x:1001:1002::/:' > /etc/passwd; echo 'staff:x:1002:' > /etc/group"]
COPY secret /app/.env
COPY folder /again
RUN ["/bin/busybox", "sh", "-c", "cd /; b=/bin/busybox; $b rm /app/.env; $b rm -r /folder/replaced; echo now-a-file > /folder/replaced; $b rm -r /folder/emptied; $b mkdir /folder/emptied; echo new > /folder/emptied/new; $b ln /folder/kept /folder/hard; $b ln -s kept /folder/soft; $b rm -r /again; $b mkfifo /fifo; $b chown 1001:1002 /folder/kept; $b chmod 666 /folder/emptied/new; $b chown 3000000:3000000 /used; $b ln /bin/busybox /bin/sh"]
COPY folder/kept /folder/renewed
USER app
WORKDIR /folder
HEALTHCHECK CMD ["/bin/busybox", "true"]
`

let fixture: EngineFixture
let context: string
let image: Image
beforeAll(async () => {
  fixture = await openEngineFixture()
  context = await fixture.context(CONTAINERFILE)
  for (const path of ['replaced/a/b', 'emptied/old', 'kept', 'renewed', LONG]) {
    const file = join(context, 'folder', path)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, `${path}\n`)
  }
  await writeFile(join(context, 'secret'), 'API_TOKEN=tok_456\n')
  image = await build('docker', context)
  await build('docker', '--target', 'base', '--tag', 'localhost/base', context)
  const other = await fixture.context('FROM scratch\nCOPY file /bin/sh\n')
  await fixture.podman('build', '--quiet', '--tag', 'localhost/other', other)
})
afterAll(() => fixture.remove())

async function build(format: string, ...operands: string[]): Promise<Image> {
  const id = await fixture.podman('build', '--quiet', '--format', format, ...operands)
  return inspectImage(await locateStore(fixture.engine), `sha256:${id.split('\n').at(-1)}`)
}

/** The root itself, and what podman mounts into every container. */
const MOUNTED = new Set(
  ['', 'dev', 'proc', 'sys', 'run', 'etc/hosts', 'etc/hostname', 'etc/resolv.conf'].map((path) => `/${path}`),
)

/** What podman itself makes of the layers. */
async function exported(): Promise<Map<string, object>> {
  const container = await fixture.podman('create', '--network', 'none', image.name, '/bin/busybox')
  const file = join(fixture.folder, 'export.tar')
  await fixture.podman('export', '--output', file, container)
  await fixture.podman('rm', container)
  const paths = new Map<string, object>()
  const tar = extract()
  createReadStream(file).pipe(tar as unknown as NodeJS.WritableStream)
  for await (const entry of tar) {
    const { name, mode, uid, gid, pax } = entry.header
    const ids = (pax ?? {}) as { uid?: string; gid?: string }
    paths.set(`/${fromRoot(name)}`, {
      mode: mode & 0o7777,
      uid: Number(ids.uid ?? uid),
      gid: Number(ids.gid ?? gid),
    })
    entry.resume()
  }
  return paths
}

test('the tree is the one that a container sees', async () => {
  const { tree } = await readContents(fixture.engine, image, { texts: [] })
  const seen = [...tree.paths()].map(([path, { entry }]): [string, object] => {
    const { mode, uid, gid } = entry
    return [path, { mode, uid, gid }]
  })
  const expected = await exported()
  const compared = (paths: Iterable<[string, object]>) =>
    Object.fromEntries([...paths].filter(([path]) => !MOUNTED.has(path)))
  expect(compared(seen)).toEqual(compared(expected))
  expect(expected.get('/used')).toEqual({ mode: 0o644, uid: 3000000, gid: 3000000 })
  expect(expected.has(`/folder/${LONG}`)).toBe(true)
})

test('its size is the one that podman says', async () => {
  const { size } = await readContents(fixture.engine, image, { texts: [] })
  const said = Number(await fixture.podman('image', 'inspect', '--format', '{{.Size}}', image.name))
  expect(Math.abs(size - said) / said).toBeLessThan(0.02)
})

describe('a check file', () => {
  const passing = {
    image: {
      user: { name: 'app', uid: 1001, gid: 1002 },
      workdir: '/folder',
      healthcheck: true,
      ports: [],
      'max-size': '30 MB',
      'max-layers': 8,
    },
    files: [
      { path: '/folder/soft', type: 'link' },
      { path: '/folder/soft', owner: 'app:staff', contains: 'kept' },
      { path: '/folder/hard', contains: 'kept', owner: '1001' },
      { path: '/folder/renewed', contains: 'kept', excludes: 'renewed' },
      { path: '/folder/replaced', type: 'file', contains: 'now-a-file' },
      { path: '/folder/emptied/old', exists: false },
      { path: '/app/.env', exists: false },
      { path: '/again', exists: false },
      { path: `/folder/${LONG}`, contains: 'long-folder-name' },
    ],
  }
  const saved = () => ({ image, engine: fixture.engine, saves: () => 0 })

  test('that the image passes', async () => {
    expect(failedIn(await verified(saved(), passing))).toEqual([])
  })

  test('finds what was deleted, and what a build argument left behind', async () => {
    const results = await verified(saved(), { secrets: {} })
    const said = results.flatMap(({ finding }) => (finding ? [finding.actual] : []))
    expect(said).toEqual([
      expect.stringMatching(/^API_TOKEN in step \d+ \((ARG|RUN)\): secret-variable, t… \(7 characters\)$/),
      expect.stringMatching(/^\/app\/\.env, line 1: env-file, API_TOKEN, .*gone from the image as it starts/),
    ])
    expect(JSON.stringify(results)).not.toMatch(/tok_(123|456)/)
  })

  test.each([
    ['by what distributions have', true, '/bin/busybox, /bin/sh'],
    ['by a base whose layers are its own', { base: 'localhost/base' }, '/bin/sh'],
    ['by a base that has nothing to do with it', { base: 'localhost/other' }, '/bin/busybox, /bin/sh'],
    ['by a list', { base: 'localhost/base', allow: ['/bin/s*'] }, undefined],
  ])('judges setuid files %s', async (_name, setuid, actual) => {
    const results = await verified(saved(), {
      hardening: { setuid, 'world-writable': false, 'package-caches': false },
    })
    expect(results.map(({ finding }) => finding?.actual)).toEqual([actual])
  })

  test('with a base that is nowhere is a mistake', async () => {
    const checks = { hardening: { setuid: { base: 'localhost/nowhere' } } }
    await expect(verified(saved(), checks)).rejects.toThrow(/localhost\/nowhere is not there/)
  })

  test('says where a HEALTHCHECK went', async () => {
    const small = await fixture.context('FROM scratch\nCOPY file /file\nHEALTHCHECK CMD ["/file"]\n')
    const oci = { image: await build('oci', small), engine: fixture.engine, saves: () => 0 }
    const [result] = await verified(oci, { image: { healthcheck: true } })
    expect(result?.finding).toMatchObject({
      actual: 'none, though the history has the line',
      hint: expect.stringContaining('--format docker'),
    })
    expect(failedIn(await verified(oci, { files: [{ path: '/file', contains: 'text' }] }))).toEqual([])
  })
})

test('the facts for a draft', async () => {
  const facts = await readFacts(image, fixture.engine)
  expect(facts).toMatchObject({
    layers: image.layers.length,
    user: { name: 'app', uid: 1001, gid: 1002 },
    paths: [{ path: '/folder', type: 'directory', mode: '0755', owner: '0:0' }],
    shell: true,
    hardening: {
      setuid: ['/bin/busybox', '/bin/sh'],
      worldWritable: ['/folder/emptied/new'],
      packageCaches: [],
    },
  })
  expect(facts.secrets).toEqual([
    { rule: 'secret-variable', name: 'API_TOKEN' },
    { rule: 'env-file', path: '/app/.env', name: 'API_TOKEN' },
  ])
})

test('an image that is not there is what podman says it is', async () => {
  const gone = { ...image, name: image.layers[0] ?? image.name }
  await expect(readSavedLayers(fixture.engine, { image: gone, onEntry: () => undefined })).rejects.toThrow(
    /podman ended with exit code 125/,
  )
})

test('a cancelled run ends in the middle of a layer', async () => {
  const cancelled = new AbortController()
  const run = processRunner(
    plainOutput(() => {}),
    cancelled.signal,
  )
  const reading = readSavedLayers(
    { ...fixture.engine, run },
    {
      image,
      onEntry: () => {
        cancelled.abort()
        return undefined
      },
    },
  )
  await expect(reading).rejects.toThrow(CancelledError)
})
