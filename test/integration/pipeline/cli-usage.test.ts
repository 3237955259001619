import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { runCli, startCli } from './cli-process.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cli-usage-'))
const nowhere = { cwd: folder, env: { HOME: folder, TMPDIR: folder } }
afterAll(() => rmSync(folder, { recursive: true }))

describe('help', () => {
  test.each([
    [['--help'], 'npx image-actions COMMAND'],
    [['run', '--help'], 'npm start -- --checkout FOLDER'],
    [['cleanup', '--help'], '--keep-n-tagged TEXT'],
    [['verify', '--help'], '--init [true|false]'],
    [['help', 'rollback'], 'IMAGE[:TAG] [TO]'],
    [['snapshot', '--help'], '--install-scripts TEXT'],
  ])('%j prints it, plainly where nobody looks', async (args, expected) => {
    const { code, stdout, stderr } = await runCli(args, nowhere)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(expected)
    expect(stdout).not.toContain('\x1b')
  })
})

test('--version tells of which release it is, as package.json has it', async () => {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
  expect(await runCli(['--version'], nowhere)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('nobody reading to the end is no failure', async () => {
  const child = startCli(['cleanup', '--help'], nowhere)
  child.stdout!.destroy()
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr!)])
  expect([code, stderr]).toEqual([0, ''])
})

describe('a wrong command', () => {
  test.each([
    [[], 2, 'No command is given.'],
    [['publish'], 2, 'There is no command "publish".'],
    [['cleanup'], 2, 'There is no image to clean up.'],
    [['cleanup', 'ghcr.io/o/a', '--platforms=x'], 2, 'There is no option --platforms.'],
    [['cleanup', 'ghcr.io/o/a', '--dry-run', '--retries', '0'], 2, 'Input "retries" is "0".'],
    [['cleanup', 'ghcr.io/o/a', '--dry-run', '--untagged', '2h'], 2, 'Input "untagged" is "2h".'],
    [['cleanup', 'ghcr.io/o/a', '--dry-run', '--tags', '/(/'], 2, 'Input "tags" has the pattern "/(/"'],
    [['cleanup', 'ghcr.io/o/a', '--yes', '--max-deletes', 'x'], 2, 'Input "max-deletes" is "x".'],
    [['cleanup', 'app', '--dry-run', '--untagged', '2d'], 2, 'Input "images" has "app", which names no'],
    [
      ['cleanup', '--dry-run', '--receipt', 'none.json'],
      2,
      'The input "receipt" is "none.json", which can\'t',
    ],
    [['rollback', 'ghcr.io/o/a', 'a b', '--yes'], 2, 'Input "to" is "a b".'],
    [['run', '--checkout', PROJECT, '--platforms', 'x', '--skip-push'], 2, 'Unknown platform "x".'],
    [['cleanup', 'ghcr.io/o/a', '--dry-run=perhaps'], 2, 'Input "dry-run" is "perhaps".'],
    [
      ['cleanup', 'ghcr.io/o/a', '--dry-run', '--checkout', 'none'],
      2,
      `There is no folder "${join(folder, 'none')}".`,
    ],
    [['verify'], 2, 'There is no image to verify.'],
    [['verify', 'a'], 2, 'There is no image-verify.yml here.'],
    [['verify', 'a b', '--file', '/dev/null/x'], 2, 'Input "image" is "a b".'],
    [['rollback', 'a', 'b', 'c'], 2, '"c" is one word too many.'],
    [['snapshot', 'restroe'], 2, 'Input "mode" is "restroe".'],
    [['snapshot', 'validate'], 2, 'The snapshot "production-snapshot.json" can\'t be read.'],
    [['run'], 2, `"${folder}" is not a git checkout`],
  ])('%j ends with %i, one sentence, and no stack', async (args, code, message) => {
    const result = await runCli(args, nowhere)
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(`]: ${message}`) })
    expect(result.stderr).not.toMatch(/^\s+at /m)
  })
})

test('where git is missing, that is told, and not that a clone is none', async () => {
  const { code, stderr } = await runCli(['plan'], {
    ...nowhere,
    cwd: PROJECT,
    env: { ...nowhere.env, PATH: folder },
  })
  expect([code, stderr]).toEqual([1, expect.stringContaining('error[IMG9201]: git is not installed here.')])
})

describe('the program', () => {
  test.each(['18.0.0', '22.21.1', '23.11.0'])(
    'tells Node %s which one is needed, and loads nothing else',
    (version) => {
      const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`
      const args = ['--import', old, join(PROJECT, 'actions/pipeline/cli.ts'), 'run']
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toBe(
        `image-actions needs Node 24, and this is ${version}; "npx --yes node@24 ${join(PROJECT, 'actions/pipeline/cli.ts')} …" brings one along.\n`,
      )
    },
  )

  test('can be started by its name alone, as npx does it', () => {
    const { bin } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
    const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` }
    const { status, stderr } = spawnSync(join(PROJECT, bin['image-actions']), [], { encoding: 'utf8', env })
    expect([status, stderr]).toEqual([2, expect.stringContaining('No command is given.')])
  })
})
