import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { ProcessTree } from '../../../actions/runner/process-tree.ts'
import { ARRIVED, containerfile, type Job, openJob } from './job.ts'
import { canaries } from './secrets.ts'
import { type Ended, Step } from './step.ts'

jest.setTimeout(120_000)

let job: Job
afterEach(() => job.close())

async function open(then?: string, room = 'pipeline'): Promise<Step> {
  job = await openJob(containerfile(then))
  return new Step(room, job.inputs, job.folder, job.env)
}

/** Nothing that the step said, left, sent or started gives a secret away; `::add-mask::` tells the runner what to hide. */
function expectNoSecret(...phases: Ended[]): void {
  const said = phases.flatMap(({ stdout, stderr }) => [stdout.replace(/^::add-mask::.*$/gm, ''), stderr])
  expect(said.flatMap((text) => canaries.in(text))).toEqual([])
  // Commands with their environments, files, podman's store, layers, artifacts, outputs, state and summary.
  expect(job.leaks()).toEqual([])
}

/** Whoever opens the run reads what became of the image, and what to do. */
function expectFailureTold(step: Step): void {
  const summary = readFileSync(step.file('STEP_SUMMARY'), 'utf8')
  expect(summary).toMatch(
    /What failed, and what to do next[\s\S]*Published: nothing\.[\s\S]*Next: .*\*\*Re-run/,
  )
}

/** Only what the owner of the machine keeps there, which is as it was. */
function expectNothingLeft(): void {
  expect(readdirSync(job.temp)).toEqual([])
  expect(readdirSync(job.home, { recursive: true }).toSorted()).toEqual([
    '.docker',
    '.docker/config.json',
    '.netrc',
  ])
}

/** Programs that were started, each of which was looked at. */
function programs(): Set<string> {
  return new Set(job.witness.calls.map(({ program }) => program))
}

describe('no secret is left by a run', () => {
  test('that publishes', async () => {
    const step = await open()
    const main = await step.start('main').ended
    const post = await step.start('post').ended
    expect([main.code, main.stderr, post.code, post.stderr]).toEqual([0, '', 0, ''])
    expect(main.stdout).toContain(ARRIVED)
    expect(programs()).toEqual(new Set(['podman', 'buildah', 'git', 'docker-credential-canary']))
    for (const { manifests } of job.registries) expect(manifests.tags('octo/canary')).toEqual(['canary'])
    expectNoSecret(main, post)
    expectNothingLeft()
  })

  test('whose build fails', async () => {
    const step = await open('cat /run/secrets/nothing')
    const main = await step.start('main').ended
    const post = await step.start('post').ended
    expect(main.stdout).toContain(ARRIVED)
    expect([main.code, post.code]).toEqual([1, 0])
    expectFailureTold(step)
    expectNoSecret(main, post)
    expectNothingLeft()
  })

  test('that registries refuse', async () => {
    const step = await open()
    for (const { faults } of job.registries)
      faults.add({ method: 'PUT', path: '/manifests/', times: 0, fault: { kind: 'status', status: 403 } })
    const main = await step.start('main').ended
    const post = await step.start('post').ended
    expect([main.code, post.code]).toEqual([1, 0])
    expectFailureTold(step)
    expectNoSecret(main, post)
    expectNothingLeft()
  })

  test.each(['pipeline', 'build'])('of %s that is cancelled while secrets are in use', async (room) => {
    const step = await open('echo slow; sleep 300', room)
    const running = step.start('main')
    await running.until('\nslow')
    running.child.kill('SIGINT')
    const main = await running.ended
    const post = await step.start('post').ended
    expect([main.code, post.code]).toEqual([1, 0])
    expectNoSecret(main, post)
    expectNothingLeft()
  })

  test.each(['pipeline', 'build'])('of %s that is killed with all it started', async (room) => {
    const step = await open('echo slow; sleep 300', room)
    const running = step.start('main')
    await running.until('\nslow')
    new ProcessTree(running.child.pid!).kill()
    const main = await running.ended
    expect(readdirSync(job.temp)).not.toEqual([])
    const post = await step.start('post').ended
    expect([main.code, post.code]).toEqual([null, 0])
    expectNoSecret(main, post)
    expectNothingLeft()
  })
})
