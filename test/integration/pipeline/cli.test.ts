import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { shortDigest } from '../../../actions/base/digest.ts'
import { CREDENTIALS } from '../jobs.ts'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'

const CLI = fileURLToPath(new URL('../../../dist/pipeline/cli.js', import.meta.url))

let fixture: PipelineFixture
let temp: string
let checkout: string
beforeAll(async () => {
  fixture = await openPipelineFixture()
  temp = join(fixture.folder, 'temp')
  await mkdir(temp)
  checkout = await fixture.context('FROM scratch\nCOPY file /file\n')
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args])
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '.')
  git('commit', '--quiet', '--message', 'one')
})
afterAll(() => fixture.remove())

function start(...args: string[]): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    USER: CREDENTIALS.user,
    HOME: temp,
    TMPDIR: temp,
    ...fixture.engine.settings,
    GITHUB_TOKEN: CREDENTIALS.password,
    DOCKERHUB_TOKEN: CREDENTIALS.password,
  }
  return spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(...args: string[]) {
  const child = start(...args)
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code: child.exitCode, stdout, stderr }
}

/** Registries and an image, without the tokens: those are in variables. */
function options() {
  const {
    'github-token': _github,
    'dockerhub-token': _hub,
    ...rest
  } = fixture.inputs({ platforms: 'linux/amd64' })
  return {
    image: rest.image,
    args: Object.entries({ ...rest, checkout }).flatMap(([name, value]) => [`--${name}`, value ?? '']),
  }
}

describe('the command line', () => {
  test('publishes a checkout, shows the digest, and leaves nothing on the disk', async () => {
    const { image, args } = options()
    const { code, stdout, stderr } = await run('run', ...args)
    expect([code, stderr]).toEqual([0, ''])
    const published = fixture.hub.manifests.find(`octo/${image}`, 'latest')
    expect(stdout).toContain(shortDigest(published?.digest ?? 'sha256:'))
    expect(fixture.ghcr.manifests.find(`octo/${image}`, 'latest')?.digest).toBe(published?.digest)
    expect(stdout).not.toContain(CREDENTIALS.password)
    expect(await leftovers()).toEqual([])
  })

  test.each([
    ['no command', [], 2, 'No command is given'],
    ['an option that is none', ['run', '--no-such-option'], 2, 'no-such-option'],
    ['a folder that is no checkout', ['run', '--checkout', '/'], 2, 'is not a git checkout'],
  ])('%s ends with its exit code, one sentence, and no stack', async (_name, args, expected, message) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(expected)
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(await leftovers()).toEqual([])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in the middle ends with 130, and takes everything away',
    async (signal) => {
      const { image, args } = options()
      fixture.hub.faults.add({
        method: 'PUT',
        path: `/octo/${image}/blobs/`,
        times: 0,
        fault: { kind: 'hang' },
      })
      const child = start('run', ...args)
      const printed = Promise.all([text(child.stdout!), text(child.stderr!)])
      const stop = setInterval(() => {
        if (child.killed || !fixture.hub.requests.some(({ path }) => path.includes(`/octo/${image}/`))) return
        child.kill(signal)
      }, 20)
      await once(child, 'exit')
      clearInterval(stop)
      expect(child.exitCode).toBe(130)
      expect((await printed)[1]).toContain('Cancelled.')
      expect(await leftovers()).toEqual([])
      expect(fixture.ghcr.manifests.tags(`octo/${image}`)).toEqual([])
    },
  )
})

/** podman keeps files of its own in a home, and what Containerfiles cache. */
async function leftovers(): Promise<string[]> {
  return (await readdir(temp)).filter((name) => !/^\.|^buildah-cache-/.test(name))
}
