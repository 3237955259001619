import { spawnSync } from 'node:child_process'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FILE, openSnapshotScene, type SnapshotScene, snapshotOf } from './fixture.ts'

let scene: SnapshotScene
beforeAll(async () => {
  scene = await openSnapshotScene()
})
afterAll(() => scene.remove())

const NO_PYTHON = ['--python', 'none']
const commitOf = (name: string, before = 1) => scene.repositories.get(name).commits.at(-1 - before) ?? ''

describe('the way of a snapshot', () => {
  let checkout: string
  beforeAll(async () => {
    checkout = await scene.checkout()
  })
  const run = (...args: string[]) => scene.program([...args, ...NO_PYTHON], checkout)

  test('what it says is restored, and nothing is left in between', async () => {
    const { code, stdout, stderr } = await run('restore')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^3 nodes in place, 3 of them changed; packages left alone; [\d.]+ s\.$/m)
    expect((await readdir(join(checkout, 'custom_nodes'))).sort()).toEqual(['Outer', 'Plain', 'Scripted'])
    const head = await readFile(join(checkout, 'custom_nodes/Plain/.git/HEAD'), 'utf8')
    expect(head.trim()).toBe(commitOf('bob/Plain'))
  })

  test('a second restore has nothing to do', async () => {
    const { code, stdout } = await run('restore')
    expect(code).toBe(0)
    expect(stdout).toContain('3 nodes in place, all of them as they were;')
  })

  test('it is proven', async () => {
    const { code, stdout } = await run('verify')
    expect([code, stdout]).toEqual([0, expect.stringContaining('3 nodes are as the snapshot says.')])
  })

  test('what is installed is saved as what was restored', async () => {
    expect((await run('save', '--output', 'saved.json')).code).toBe(0)
    expect((await run('normalise')).code).toBe(0)
    expect(await readFile(join(checkout, 'saved.json'), 'utf8')).toBe(
      await readFile(join(checkout, FILE), 'utf8'),
    )
    expect((await run('normalise')).stdout).toContain('is in its canonical form already')
    expect((await run('diff', '--from', 'saved.json')).stdout).toBe('Nothing changed.\n')
  })

  test('a lock is made of it, used, and refused for another snapshot', async () => {
    expect((await run('lock')).stdout).toContain('production-snapshot.lock.json is written: 3 nodes')
    expect((await run('validate')).stdout).toContain('with its lock')
    expect((await run('verify')).code).toBe(0)
    await writeFile(join(checkout, 'other.json'), JSON.stringify(snapshotOf(scene.repositories, 0)))
    const { code, stderr } = await run(
      'restore',
      '--snapshot=other.json',
      '--lock',
      'production-snapshot.lock.json',
    )
    expect(code).toBe(2)
    expect(stderr).toContain('belongs to another snapshot than "other.json". Restore this snapshot')
    // As the message says.
    const others = ['--snapshot=other.json', '--nodes=others']
    expect((await run('restore', ...others, '--lock=none')).code).toBe(0)
    expect((await run('lock', ...others, '--lock=other.lock.json')).code).toBe(0)
    expect((await run('verify', ...others)).code).toBe(0)
  })

  test('a changed byte fails, with the name of the node and the file', async () => {
    await appendFile(join(checkout, 'custom_nodes/Plain/__init__.py'), '# changed\n')
    const { code, stdout, stderr } = await run('verify')
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^1 mismatch in 3 nodes/)
    expect(stdout).toMatch(/^Plain +.*__init__\.py/m)
    const json = await run('verify', '--json')
    expect(json.code).toBe(1)
    expect(json.stderr).toMatch(/error\[IMG8801\]: production-snapshot\.json:\d+:\d+: Plain: /)
    expect(JSON.parse(json.stdout).mismatches).toEqual([expect.objectContaining({ subject: 'Plain' })])
  })

  test('and is put right by another restore', async () => {
    expect((await run('restore')).stdout).toContain('1 of them changed')
    expect((await run('verify')).code).toBe(0)
  })
})

describe('what is wrong', () => {
  test('is told at once, with its lines, before anything is touched', async () => {
    const checkout = await scene.checkout({ more: { pips: { '--index-url=x': '' }, comfyui: 'zz' } })
    const { code, stderr } = await scene.program(['restore', '--jobs=0', '--extras=burn'], checkout)
    expect(code).toBe(2)
    const errors = stderr.split('\n').filter((line) => line.startsWith('error['))
    for (const part of ['"jobs" is "0"', '"extras" is "burn"', `${FILE}:2:`, '--index-url'])
      expect(errors.filter((line) => line.includes(part))).toHaveLength(1)
    expect(await readdir(checkout)).toEqual([FILE])
  })

  test.each([
    [[], 'No mode is given.'],
    [['restroe'], 'Input "mode" is "restroe".'],
    [['restore', 'verify'], '"verify" is one word too many.'],
    [['restore', '--node=x'], 'There is no option --node.'],
    [['validate', '--snapshot=none.json'], 'The snapshot "none.json" can\'t be read.'],
    [['validate', '--snapshot='], 'Input "snapshot" is empty.'],
    [['validate', '--lock=none.json'], 'The lock "none.json" can\'t be read.'],
    [['restore', '--image=app'], 'Input "image" is given.'],
    [['restore', '--registry=http://example.com'], 'Input "registry" is no address that begins with'],
    [['normalise', '--output=x.yml'], '"x.yml" can\'t be written: a snapshot is written as JSON.'],
    [['diff', '--from=nowhere:x.json'], 'git has no "nowhere:x.json" here'],
    [['diff', '--from=--output=x:y'], '"--output=x:y" is neither a file nor REF:path.'],
    [['lock', '--lock=none'], 'Input "lock" is "none".'],
    [['save', '--nodes=nowhere'], 'There is no folder "nowhere" here. Set "nodes"'],
    [['lock', '--nodes=nowhere'], 'There is no folder "nowhere" here. Set "nodes"'],
  ])('%j ends with 2 and one sentence', async (args, message) => {
    const checkout = await scene.checkout({ more: { comfyui: 'c'.repeat(40) } })
    const { code, stdout, stderr } = await scene.program([...args, ...NO_PYTHON], checkout)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`]: ${message}`)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a repository that is not there fails by the node’s name and line, and the others wait', async () => {
    const { git_custom_nodes } = snapshotOf(scene.repositories, 1)
    const gone = { 'https://github.com/dan/Gone': { hash: 'a'.repeat(40), disabled: false } }
    const checkout = await scene.checkout({ more: { git_custom_nodes: { ...git_custom_nodes, ...gone } } })
    const { code, stderr } = await scene.program(['restore', ...NO_PYTHON], checkout)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error\[IMG\d+\]: production-snapshot\.json:\d+:\d+: Node Gone: /m)
    expect((await readdir(join(checkout, 'custom_nodes'))).filter((name) => !name.startsWith('.'))).toEqual(
      [],
    )
  })
})

describe('a branch in the place of a commit', () => {
  const floating = () => {
    const { git_custom_nodes } = snapshotOf(scene.repositories, 1)
    const url = 'https://github.com/bob/Plain'
    return scene.checkout({
      more: { git_custom_nodes: { ...git_custom_nodes, [url]: { hash: 'main', disabled: false } } },
    })
  }

  test('is refused', async () => {
    const { code, stderr } = await scene.program(['restore', ...NO_PYTHON], await floating())
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error\[IMG\d+\]: production-snapshot\.json:\d+:\d+: .*main/m)
  })

  test('is restored where that is allowed', async () => {
    const checkout = await floating()
    const { code } = await scene.program(['restore', '--allow-branches', ...NO_PYTHON], checkout)
    expect(code).toBe(0)
    const head = await readFile(join(checkout, 'custom_nodes/Plain/.git/HEAD'), 'utf8')
    expect(head.trim()).toBe(commitOf('bob/Plain', 0))
  })

  test('is locked by nobody, as the lock would fit no snapshot', async () => {
    const checkout = await floating()
    await scene.program(['restore', '--allow-branches', ...NO_PYTHON], checkout)
    const { code, stderr } = await scene.program(['lock', '--allow-branches', ...NO_PYTHON], checkout)
    expect([code, stderr]).toEqual([2, expect.stringContaining('follows the branch or tag "main"')])
  })

  test('becomes the commit that it is at', async () => {
    const checkout = await floating()
    const { code, stdout } = await scene.program(['pin'], checkout)
    expect(code).toBe(0)
    expect(stdout).toContain(`bob/Plain: main is ${commitOf('bob/Plain', 0)}`)
    expect((await scene.program(['validate'], checkout)).code).toBe(0)
  })
})

describe('the program', () => {
  test('explains itself', async () => {
    const { code, stdout, stderr } = await scene.program(['--help'], scene.folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('--install-scripts TEXT')
  })

  test.each(['18.0.0', '23.11.0'])('tells Node %s which one is needed', (version) => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`
    const { status, stderr } = spawnSync(process.execPath, ['--import', old, scene.file, 'validate'], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining(`needs Node 24, and this is ${version};`)])
  })
})
