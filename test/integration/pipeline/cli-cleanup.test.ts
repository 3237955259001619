import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { cleanupReport } from '../../../actions/plan/cleanup-report.ts'
import { atTerminal, runCli, startCli } from './cli-process.ts'
import { type CliWorld, openCliWorld } from './cli-world.ts'

let world: CliWorld
let repository: string
let args: string[]
beforeAll(async () => {
  world = await openCliWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  repository = world.repository()
  for (const tag of ['1.0', 'pr-1', 'pr-2', 'latest']) await world.push(repository, tag, tag)
  args = ['cleanup', repository, '--tags', 'pr-*', ...world.access]
})
afterEach(async () => {
  world.github.faults.clear()
  world.ghcr.faults.clear()
  expect(await world.leftovers()).toEqual([])
})

const ALL = ['1.0', 'latest', 'pr-1', 'pr-2']
const REST = ['1.0', 'latest']

describe('without a terminal', () => {
  test('nothing is asked of anybody, and nothing begun', async () => {
    const asked = world.github.requests.length
    const { code, stdout, stderr } = await runCli(args, world)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error\[IMG9006\]: There is no terminal to ask at .* Add --yes .* or --dry-run/)
    expect(world.github.requests).toHaveLength(asked)
  })

  test('--yes goes on, in plain text', async () => {
    const { code, stdout, stderr } = await runCli([...args, '--yes'], world)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Deleted 4 manifests')
    expect(stripVTControlCharacters(stdout)).toBe(stdout)
    expect(stdout).not.toContain('\r')
    expect(world.tags(repository)).toEqual(REST)
  })

  test('a dry run needs no --yes, and tells of each manifest', async () => {
    const { code, stdout } = await runCli([...args, '--dry-run'], world)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Goes .*Tags.*\n.*pr-\d/m)
    expect(stdout).toMatch(/^Stays .*Tags[\s\S]*latest/m)
    expect(world.tags(repository)).toEqual(ALL)
  })

  test('--json prints the report alone, and the log elsewhere', async () => {
    const { code, stdout, stderr } = await runCli([...args, '--yes', '--json'], world)
    expect(code).toBe(0)
    const report = cleanupReport.parse(JSON.parse(stdout))
    expect(report.repositories[0]?.entries.filter(({ outcome }) => outcome === 'deleted')).toHaveLength(4)
    expect(stderr).toContain('Deleted 4 manifests')
  })

  test('a failure ends with 1, and what was found out is printed all the same', async () => {
    world.github.faults.add({ path: '/versions', times: 0, fault: { kind: 'status', status: 500 } })
    const { code, stdout, stderr } = await runCli([...args, '--yes', '--json', '--retries', '1'], world)
    expect(code).toBe(1)
    const { repositories, errors = [] } = cleanupReport.parse(JSON.parse(stdout))
    expect(repositories[0]?.outcome).toBe('failed')
    const told = [...stderr.matchAll(/^error\[IMG\d+\]: (.*)$/gm)].map(([, message]) => message)
    expect(told).toEqual(errors)
    expect(stderr).toMatch(/^error\[IMG\d+\]: /m)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(world.tags(repository)).toEqual(ALL)
  })

  test('colours are for who asks for them', async () => {
    const { stdout } = await runCli([...args, '--dry-run'], {
      ...world,
      env: { ...world.env, FORCE_COLOR: '1' },
    })
    expect(stdout).toContain('\x1b[1mGoes ')
  })
})

describe('at a terminal', () => {
  test.each([
    ['yes', 'y\n', REST],
    ['no', 'n\n', ALL],
    ['nothing', '\n', ALL],
    ['Ctrl-D', '\x04', ALL],
  ])('the plan is shown, then asked about: %s', async (_answer, keys, left) => {
    const terminal = atTerminal(args, world)
    await terminal.until(/\[y\/N\] $/)
    expect(world.tags(repository)).toEqual(ALL)
    expect(terminal.shown()).toMatch(/pr-1[\s\S]*Delete .*\? \[y\/N\] $/)
    terminal.type(keys)
    expect(await terminal.exit).toBe(0)
    expect(world.tags(repository)).toEqual(left)
    expect(terminal.shown().match(/would go/g)).toHaveLength(1)
    expect(terminal.shown()).toContain(left === ALL ? 'Deleted nothing.' : 'Deleted 4 manifests')
  })

  test('Ctrl-C at the question ends with 130, and nothing is deleted', async () => {
    const terminal = atTerminal(args, world)
    await terminal.until(/\[y\/N\] $/)
    terminal.type('\x03')
    expect(await terminal.exit).toBe(130)
    expect(terminal.shown()).toContain('Cancelled.')
    expect(world.tags(repository)).toEqual(ALL)
  })

  test('Ctrl-C between two deletions ends with 130, and every other tag is whole', async () => {
    world.github.faults.add({ method: 'DELETE', nth: 2, fault: { kind: 'hang' } })
    const before = world.github.requests.length
    const terminal = atTerminal([...args, '--yes'], world)
    const deletions = () => world.github.requests.slice(before).filter(({ method }) => method === 'DELETE')
    const pressing = setInterval(() => {
      if (deletions().length < 2) return
      clearInterval(pressing)
      terminal.type('\x03')
    }, 50)
    const code = await terminal.exit.finally(() => clearInterval(pressing))
    expect(code).toBe(130)
    expect(terminal.shown()).toContain('Cancelled.')
    expect(world.tags(repository)).toEqual(expect.arrayContaining(REST))
    for (const tag of REST) expect(world.isWhole(repository, tag)).toBe(true)
  })

  test.each([
    ['it is coloured', {}, true],
    ['NO_COLOR leaves it plain', { NO_COLOR: '1' }, false],
  ])('%s', async (_name, env, coloured) => {
    const terminal = atTerminal([...args, '--dry-run'], { ...world, env: { ...world.env, ...env } })
    expect(await terminal.exit).toBe(0)
    expect(terminal.shown().includes('\x1b[1mGoes ')).toBe(coloured)
  })

  test('a line shows how far it is, and is gone in the end', async () => {
    const terminal = atTerminal([...args, '--yes'], world)
    expect(await terminal.exit).toBe(0)
    expect(terminal.shown()).toMatch(/\r[█░]{20} +\d+\/\d+ \S/)
    expect(terminal.shown().split('\n').at(-2)).toContain('Deleted 4 manifests')
    expect(terminal.left()).not.toContain('░')
  })

  test('a terminal that is closed between two deletions ends it like Ctrl-C', async () => {
    world.github.faults.add({ method: 'DELETE', nth: 2, fault: { kind: 'hang' } })
    const before = world.github.requests.length
    const child = startCli([...args, '--yes'], world)
    child.stdout?.destroy()
    child.stderr?.destroy()
    const closing = setInterval(() => {
      const seen = world.github.requests.slice(before).filter(({ method }) => method === 'DELETE')
      if (seen.length >= 2 && !child.killed) child.kill('SIGHUP')
    }, 50)
    const [code] = await once(child, 'exit').finally(() => clearInterval(closing))
    expect(code).toBe(130)
    for (const tag of REST) expect(world.isWhole(repository, tag)).toBe(true)
  })

  test('--json stays alone in its file while somebody is asked', async () => {
    const file = join(world.cwd, 'report.json')
    const terminal = atTerminal([...args, '--json'], world, { stdout: file })
    await terminal.until(/\[y\/N\] $/)
    terminal.type('y\n')
    expect(await terminal.exit).toBe(0)
    expect(cleanupReport.parse(JSON.parse(await readFile(file, 'utf8'))).dryRun).toBe(false)
  })
})
