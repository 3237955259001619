import { execFileSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { atTerminal, runCli } from './cli-process.ts'
import { type CliWorld, openCliWorld } from './cli-world.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
let world: CliWorld
let repository: string
let args: string[]
let now: Digest
let before: Digest
beforeAll(async () => {
  world = await openCliWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  repository = world.repository()
  before = await world.push(repository, 'before', 'latest-previous', '1.2.2')
  now = await world.push(repository, 'now', 'latest', '1.2.3')
  args = ['rollback', repository, ...world.access]
})
afterEach(async () => expect(await world.leftovers()).toEqual([]))

function checkoutOf(name: string): string {
  const folder = join(world.cwd, name)
  execFileSync('git', ['init', '--quiet', folder])
  execFileSync('git', ['-C', folder, 'remote', 'add', 'origin', `https://github.com/${name}.git`])
  return folder
}

const latest = () => world.held(repository, 'latest')
const run = (...more: string[]) => runCli([...args, ...more], world)

describe('without a terminal', () => {
  test('nothing moves unless --yes is said', async () => {
    const { code, stderr } = await run()
    expect(code).toBe(2)
    expect(stderr).toContain('There is no terminal to ask at before rollback changes anything.')
    expect(latest()).toBe(now)
  })

  test('--yes goes back, and a receipt stays by whose name it is undone', async () => {
    const { code, stdout } = await run('--yes')
    expect([code, latest()]).toEqual([0, before])
    const [, path = ''] = /^The receipt stays here: (.*)$/m.exec(stdout) ?? []
    const [, name = ''] = /\/(receipt-[0-9a-f]{12}-1)\.json$/.exec(path) ?? []
    const folder = join(world.cwd, '.local/state/image-actions')
    expect([path, await readdir(folder)]).toEqual([
      join(folder, `${name}.json`),
      expect.arrayContaining([`${name}.json`]),
    ])
    expect(await run('--yes', '--to', name)).toMatchObject({ code: 0 })
    expect(latest()).toBe(now)
  })

  test('the project’s own folder says nothing of whose receipt it may be', async () => {
    const { stdout } = await run('--yes')
    const [, path = ''] = /^The receipt stays here: (.*)$/m.exec(stdout) ?? []
    // Whether or not this checkout of the project has a remote.
    const inProject = {
      cwd: PROJECT,
      env: { ...world.env, GIT_DIR: join(checkoutOf('org/image-actions'), '.git') },
    }
    expect(await runCli([...args, '--yes', '--to', path], inProject)).toMatchObject({ code: 0 })
    expect(latest()).toBe(now)
  })

  test('another repository’s checkout refuses it', async () => {
    const { stdout } = await run('--yes')
    const [, path = ''] = /^The receipt stays here: (.*)$/m.exec(stdout) ?? []
    const checkout = checkoutOf('octo/other')
    const { code, stderr } = await run('--yes', '--to', path, '--checkout', checkout)
    expect([code, latest()]).toEqual([1, before])
    expect(stderr).toContain('not of octo/other')
  })

  test('a dry run and a list need no --yes, and change nothing', async () => {
    const shown = await run('--dry-run')
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('would') })
    const listed = await run('--list', '--json')
    const { states } = JSON.parse(listed.stdout)
    expect(states).toContainEqual(expect.objectContaining({ to: '1.2.2', digest: before }))
    expect([listed.code, latest()]).toEqual([0, now])
  })

  test('a list names the receipts that stayed here, save in another repository’s checkout', async () => {
    const { stdout } = await run('--yes')
    const [, name = ''] = /\/(receipt-[0-9a-f]{12}-1)\.json$/m.exec(stdout) ?? []
    const listed = JSON.parse((await run('--list', '--json')).stdout).states
    expect(listed).toContainEqual(
      expect.objectContaining({ to: name, digest: now, repositories: [repository] }),
    )
    const elsewhere = await run('--list', '--checkout', checkoutOf('octo/another'))
    expect(elsewhere).toMatchObject({ code: 0, stdout: expect.not.stringContaining('receipt-') })
  })

  test('a receipt that is not there ends with 2', async () => {
    const { code, stderr } = await run('--yes', '--to', 'none.json')
    expect([code, stderr]).toEqual([2, expect.stringContaining('The receipt "none.json" can’t be read.')])
  })

  test('--json prints the report alone', async () => {
    const { code, stdout } = await runCli(
      ['rollback', `${repository}:latest`, '1.2.2', '--yes', '--json', ...world.access],
      world,
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'done', tag: 'latest', to: '1.2.2' })
    expect(latest()).toBe(before)
  })

  test('what is impossible ends with 1, as a report and as one sentence', async () => {
    const { code, stdout, stderr } = await run('--yes', '--json', '--to', '9.9.9')
    expect([code, latest()]).toEqual([1, now])
    const told = expect.stringContaining('has no tag 9.9.9.')
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed', errors: [told] })
    expect(stderr).toMatch(/^error\[IMG\d+\]: .*has no tag 9\.9\.9\./m)
  })
})

describe('at a terminal', () => {
  test.each([
    ['y\n', 'Rolled back'],
    ['n\n', 'stays as it is'],
  ])('it is asked before the tag moves: %j', async (keys, told) => {
    const terminal = atTerminal(args, world)
    await terminal.until(/would move[\s\S]*\[y\/N\] $/)
    expect(latest()).toBe(now)
    terminal.type(keys)
    expect(await terminal.exit).toBe(0)
    expect(terminal.shown()).toContain(told)
    expect(latest()).toBe(keys === 'y\n' ? before : now)
  })

  test('Ctrl-C at the question ends with 130, and nothing moved', async () => {
    const terminal = atTerminal(args, world)
    await terminal.until(/\[y\/N\] $/)
    terminal.type('\x03')
    expect(await terminal.exit).toBe(130)
    expect(latest()).toBe(now)
  })
})
