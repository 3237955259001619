import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CREDENTIALS } from '../jobs.ts'
import { atTerminal } from './cli-process.ts'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'
import { commitAll } from './git-checkout.ts'

/** Both last longer than anybody waits. */
const SLOW_BUILD = 'FROM scratch\nCOPY busybox /bin/busybox\nRUN ["/bin/busybox", "sleep", "600"]\n'
const SLOW_SERVER =
  'FROM scratch\nCOPY busybox /bin/busybox\nENTRYPOINT ["/bin/busybox"]\nCMD ["sleep", "600"]\n'
const NEVER_READY = 'version: 1\nimage: { user: "" }\nrun: { ready: { tcp: 8080, tries: 600 } }\n'

let fixture: PipelineFixture
let temp: string
let slow: string
let server: string
beforeAll(async () => {
  fixture = await openPipelineFixture()
  temp = join(fixture.folder, 'temp')
  await mkdir(temp)
  slow = await commitAll(await fixture.context(SLOW_BUILD))
  server = await fixture.context(SLOW_SERVER)
  await writeFile(join(server, 'image-verify.yml'), NEVER_READY)
  await commitAll(server)
  await fixture.podman('build', '--quiet', '--tag', 'server', server)
})
afterAll(() => fixture.remove())

const access = () => [
  ...['--registries', `${fixture.ghcr.host}/octo`, '--image', 'stopped', '--cache', 'none'],
  ...['--registry-kinds', `${fixture.ghcr.host}=ghcr`],
]
/** Containers of podman's, and those that buildah builds in. */
const containers = () => fixture.podman('ps', '--all', '--external', '--quiet')

describe('Ctrl-C', () => {
  test.each([
    ['run', 'while it builds', () => slow, () => ['run', ...access()], /STEP 3\/\d+: RUN/],
    ['build', 'while it builds', () => slow, () => ['build', ...access()], /STEP 3\/\d+: RUN/],
    [
      'run',
      'while it verifies',
      () => server,
      () => ['run', ...access(), '--verify', 'image-verify.yml'],
      /Built sha256:/,
    ],
    ['verify', 'while it waits', () => server, () => ['verify', 'server'], /^/],
  ])('of %s %s ends with 130 and leaves nothing', async (_command, _when, checkout, args, begun) => {
    const before = await containers()
    const terminal = atTerminal(args(), {
      cwd: checkout(),
      env: {
        HOME: temp,
        TMPDIR: temp,
        USER: CREDENTIALS.user,
        GITHUB_TOKEN: CREDENTIALS.password,
        ...fixture.engine.settings,
      },
    })
    await terminal.until(begun)
    await untilContainer(before)
    expect((await ours()).length).toBeGreaterThan(0)
    terminal.type('\x03')
    expect(await terminal.exit).toBe(130)
    expect(terminal.shown()).toContain('Cancelled.')
    expect(terminal.shown()).not.toMatch(/error|bug|^\s+at /m)
    expect(await containers()).toBe(before)
    expect(await ours()).toEqual([])
    expect(fixture.ghcr.manifests.tags('octo/stopped')).toEqual([])
  })
})

/** What is begun has a container before long; asked again and again, as nobody tells. */
async function untilContainer(before: string): Promise<void> {
  for (;;) if ((await containers()) !== before) return
}

/** podman keeps some of its own in a home, and what Containerfiles cache. */
async function ours(): Promise<string[]> {
  return (await readdir(temp)).filter((name) => !/^\.|^buildah-cache-/.test(name))
}
