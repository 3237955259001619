import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { stringify } from 'yaml'
import type { ActRun } from './harness/act.ts'
import { failureOf } from './harness/act-log.ts'
import { command } from './harness/command.ts'
import type { Consumer } from './harness/consumer.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, listTags } from './harness/inspect.ts'

jest.setTimeout(120_000)

let world: World
/** An image that passes, published once. */
let consumer: Consumer
let published: ActRun
beforeAll(async () => {
  world = await openWorld()
  consumer = await world.consumer('verified', GATED, FILES)
  published = await run(consumer)
})
afterAll(() => world.close())

const CONTAINERFILE = `FROM scratch
ARG TARGETARCH
COPY busybox-$TARGETARCH /bin/busybox
RUN ["/bin/busybox", "--install", "/bin"]
COPY index.html /www/index.html
USER 1001:1001
EXPOSE 8080
CMD ["/bin/httpd", "-f", "-p", "8080", "-h", "/www"]
`
const CHECK_FILE = `version: 1
image:
  user: "1001:1001"
files:
  - path: /www/index.html
    contains: "{{greeting}}"
secrets: {}
run:
  ready: { http: { path: /index.html } }
  process: { uid: 1001 }
  http:
    - path: /index.html
      contains: "{{greeting}}"
  exec:
    - cmd: [id, -u]
      stdout: { contains: "1001" }
variables:
  greeting: hello
`
const FILES = { Containerfile: CONTAINERFILE, 'index.html': 'hello', 'image-verify.yml': CHECK_FILE }
const GATED = { platforms: 'linux/amd64', verify: 'image-verify.yml' }

async function run(consumer: Consumer) {
  return world.run(consumer, await pushed(consumer, 'refs/heads/main'))
}

/** What verifications of this repository's image left, in whatever state; other tests have theirs. */
async function containers(name: string): Promise<string> {
  const labels = ['image-actions.verify', `org.opencontainers.image.title=${name}`]
  const filters = labels.flatMap((label) => ['--filter', `label=${label}`])
  return (await command('podman', ['ps', '--all', '--quiet', ...filters])).stdout
}

describe('with a check file', () => {
  test('an image that passes is published, and the summary tells of its checks', async () => {
    expect(failureOf(published)).toBe('')
    const summary = (job: string) =>
      published.summaries.flatMap((each) => (each.job.startsWith(job) ? [each.markdown] : [])).join('\n')
    expect(summary('build')).toMatch(/Verification of `verified for linux\/amd64`\n\n\*\*\d+ passed in /)
    expect(summary('merge')).toMatch(/\| \d+ checks in [\d.]+ s \|/)
    const tags = await Promise.all(world.hosts.map((host) => inspect(`${host}/octo/verified:latest`)))
    expect(tags[0]?.digest).toBeDefined()
    expect(tags[1]).toEqual(tags[0])
    expect(await containers('verified')).toBe('')
  })

  test('one that fails is published nowhere, with an annotation on the line of the check', async () => {
    const files = { ...FILES, Containerfile: CONTAINERFILE.replace('USER 1001:1001\n', '') }
    const { jobs, errors, log } = await run(await world.consumer('refused', GATED, files))
    expect(jobs).toMatchObject({ 'build refused linux/amd64': 'failure', merge: 'failure' })
    const lines = [...log.matchAll(/file=image-verify\.yml,line=(\d+)/g)].map(([, line]) => Number(line))
    expect([...new Set(lines)]).toEqual([3, 10, 15])
    expect(errors.join('\n')).toContain('1001')
    for (const host of world.hosts) expect(await listTags(`${host}/octo/refused`)).toEqual([])
    for (const registry of [world.ghcr, world.dockerhub])
      expect(registry.manifests.list('octo/refused')).toEqual([])
    expect(await containers('refused')).toBe('')
  })

  test('a mistake in it ends the build before it begins', async () => {
    const files = { ...FILES, 'image-verify.yml': CHECK_FILE.replace('secrets:', 'secret:') }
    const { jobs, errors, output } = await run(await world.consumer('mistaken', GATED, files))
    expect(jobs['build mistaken linux/amd64']).toBe('failure')
    expect(errors.join('\n')).toContain('secrets')
    expect(output.filter((line) => /^STEP \d/.test(line))).toEqual([])
  })
})

test('as an action, what was published can be pulled and verified, and what was found is an output', async () => {
  const image = `${world.ghcr.host}/octo/verified:latest`
  const verify = {
    id: 'verify',
    uses: 'org/image-actions/verify@main',
    'continue-on-error': true,
    with: { image, variables: 'greeting=goodbye', 'registry-auth': `\${{ secrets.REGISTRY_AUTH }}` },
  }
  const show = {
    env: { COUNTS: `\${{ toJSON(steps.verify.outputs) }}`, OUTCOME: `\${{ steps.verify.outcome }}` },
    run: `printf 'outputs:%s\\n' "$(printf %s "$COUNTS" | tr -d '\\n')"; echo "it was a $OUTCOME"`,
  }
  const steps = [{ uses: 'actions/checkout@v6' }, verify, show]
  const job = { 'runs-on': 'ubuntu-24.04', permissions: { contents: 'read', packages: 'read' }, steps }
  await consumer.commit({
    '.github/workflows/publish.yml': stringify({
      on: { push: { branches: ['main'] } },
      jobs: { verify: job },
    }),
  })
  const result = await run(consumer)
  await command('podman', ['rmi', '--force', image])
  expect(result.output).toContain('it was a failure')
  expect(result.outputs).toMatchObject({ failed: '2', unchecked: '0' })
  expect(Number(result.outputs.passed)).toBeGreaterThan(3)
  expect(result.outputs.report).toMatch(/\/image-verify\/verify\.json$/)
  expect(await containers('verified')).toBe('')
})

test('without root’s rights an image is verified as well, as GitHub’s runners do it', async () => {
  const rootless = await world.consumer('rootless', GATED, FILES)
  const result = await world.run(rootless, await pushed(rootless, 'refs/heads/main'), { asPlainUser: true })
  expect(failureOf(result)).toBe('')
  const summary = result.summaries.map(({ markdown }) => markdown).join('\n')
  expect(summary).toMatch(/Verification of `rootless for linux\/amd64`\n\n\*\*\d+ passed in /)
})
