import { readdirSync } from 'node:fs'
import { afterEach, expect, jest, test } from '@jest/globals'
import { runCli, startCli } from '../pipeline/cli-process.ts'
import { ARRIVED, containerfile, type Job, openJob } from './job.ts'
import { canaries } from './secrets.ts'
import { Running } from './step.ts'

jest.setTimeout(120_000)

/** These are given as variables, since every user of the machine can read a command line. */
const VARIABLES = ['github-token', 'dockerhub-token', 'registry-auth', 'secrets']

let job: Job
afterEach(() => job.close())

async function open(then?: string) {
  job = await openJob(containerfile(then))
  const ours = Object.entries(job.env).filter(([name]) => !/^(GITHUB|RUNNER|ACTIONS)_/.test(name))
  const given = VARIABLES.map((name) => [name.toUpperCase().replace('-', '_'), job.inputs[name] ?? ''])
  const others = Object.entries(job.inputs).filter(([name]) => !VARIABLES.includes(name))
  return {
    args: ['run', '--trace', ...others.flatMap(([name, value]) => [`--${name}`, value])],
    surroundings: {
      cwd: job.checkout,
      env: { ...Object.fromEntries(ours), USER: 'octo', ...Object.fromEntries(given) },
    },
  }
}

/** What a person keeps in variables, other programs of his see; a build does not. */
function expectNoSecret(...said: string[]): void {
  expect(said.flatMap((text) => canaries.in(text))).toEqual([])
  const builds = job.witness.calls.filter(
    ({ program }) => program !== 'git' && !program.startsWith('docker-'),
  )
  expect(builds.length).toBeGreaterThan(1)
  expect(builds.filter(({ text }) => canaries.in(text).length > 0)).toEqual([])
  expect(job.leaks([job.witness.seen])).toEqual([])
  // podman keeps files of its own there.
  expect(readdirSync(`${job.folder}/tmp`).filter((name) => name.startsWith('image-actions'))).toEqual([])
}

test('the command line leaves no secret when it publishes', async () => {
  const { args, surroundings } = await open()
  const { code, stdout, stderr } = await runCli(args, surroundings)
  expect([code, stdout]).toEqual([0, expect.stringContaining(ARRIVED)])
  for (const { manifests } of job.registries) expect(manifests.tags('octo/canary')).toEqual(['canary'])
  expectNoSecret(stdout, stderr)
})

test('the command line leaves no secret when it is interrupted while they are in use', async () => {
  const { args, surroundings } = await open('echo slow; sleep 300')
  const running = new Running(startCli(args, surroundings))
  await running.until('\nslow')
  running.child.kill('SIGINT')
  const { code, stdout, stderr } = await running.ended
  expect([code, stderr]).toEqual([130, expect.stringContaining('Cancelled.')])
  expectNoSecret(stdout, stderr)
})
