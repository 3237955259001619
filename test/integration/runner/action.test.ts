import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { pageOf } from '../../../actions/base/errors.ts'
import { type Command, commandsIn } from '../../unit/runner/runner-parser.ts'

const PROCESS = fileURLToPath(new URL('./action-process.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'action-'))
const outputs = join(folder, 'outputs')
const summary = join(folder, 'summary')
/** What every annotation of these errors ends with. */
const PAGE = `%0A${pageOf('IMG0000')}`
afterAll(() => rmSync(folder, { recursive: true }))

function start(action: string, environment: Record<string, string> = {}): ChildProcess {
  writeFileSync(outputs, '')
  writeFileSync(summary, '')
  const env = {
    PATH: process.env.PATH,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
    ...environment,
  }
  return spawn(process.execPath, [PROCESS, action], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(action: string, environment: Record<string, string> = {}) {
  const child = start(action, environment)
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code: child.exitCode, stdout, stderr, commands: commandsIn(stdout) }
}

const errors = (commands: readonly Command[]) => commands.filter(({ name }) => name === 'error')

test('an action that is content ends with 0, its outputs written and nothing said to the runner', async () => {
  const { code, commands, stderr } = await run('well')
  expect([code, commands, stderr]).toEqual([0, [], ''])
  expect(readFileSync(outputs, 'utf8')).toContain('sha256:0')
})

test('what an action has given up on keeps nobody waiting, and nothing that it said is lost', async () => {
  const { code, commands, stdout } = await run('givesUp')
  expect([code, commands]).toEqual([1, [{ name: 'error', data: `The last word. Mend it.${PAGE}` }]])
  expect(stdout.length).toBeGreaterThan(1_000_000)
})

describe('what the user can put right', () => {
  test('is one annotation with what to do, and no stack', async () => {
    const { code, commands, stdout } = await run('wrongInput')
    expect(code).toBe(1)
    expect(commands).toEqual([
      { name: 'error', data: `The input is wrong%0A::set-env name=A::b. Put it right.${PAGE}` },
    ])
    expect(stdout).not.toContain('action-process.ts')
  })

  test('is an annotation for each of several', async () => {
    const { code, commands } = await run('wrongInputs')
    expect(code).toBe(1)
    expect(commands).toEqual(
      ['one', 'two', 'three'].map((name) => ({
        name: 'error',
        data: `Input ${name} is wrong. Mend it.${PAGE}`,
      })),
    )
  })
})

describe('the summary', () => {
  const written = () => readFileSync(summary, 'utf8')

  test.each(['wrongInput', 'untold', 'laterWrong', 'bug', 'child'])(
    'of an action that ends as %s says what is published and what to run next',
    async (action) => {
      await run(action)
      expect(written()).toContain('❌ The try failed')
      expect(written()).toContain('**Published:** nothing.')
      expect(written()).toContain('**Next:** try again.')
    },
  )

  test('lists each thing that is wrong, with what to do and where to read more', async () => {
    await run('wrongInputs')
    for (const name of ['one', 'two', 'three'])
      expect(written()).toContain(`| [IMG0000](${pageOf('IMG0000')}) | Input ${name} is wrong. | Mend it. |`)
  })

  test('says nothing twice: what an action has told itself stays alone', async () => {
    const { code, commands } = await run('toldOf')
    expect([code, errors(commands).length, written()]).toEqual([1, 1, 'What came of it.\n'])
  })

  test('that can not be written takes no annotation with it', async () => {
    const { code, commands } = await run('wrongInput', { GITHUB_STEP_SUMMARY: '/dev/full' })
    expect([code, errors(commands).length]).toEqual([1, 1])
  })
})

describe('a full disk', () => {
  const hint = 'Free space there, or set RUNNER_TEMP to a folder on a larger disk.'

  test.each([
    ['fullDisk', `No space left on the disk of ${folder}. ${hint}`],
    [
      'fullDiskAmongOthers',
      `No space left on the disk of ${folder}. app was not published: 1.2.3 is new and stays. ${hint}`,
    ],
  ])('as in %s is no bug of ours', async (action, data) => {
    const { code, commands, stdout } = await run(action)
    expect(code).toBe(1)
    expect(commands).toEqual([{ name: 'error', data: expect.stringContaining(data) }])
    expect(stdout).not.toContain('action-process.ts')
  })
})

describe('a bug', () => {
  test('says where to report it, and shows its stack as text', async () => {
    const { code, commands, stdout } = await run('bug')
    expect(code).toBe(1)
    expect(commands).toEqual([
      { name: 'error', data: expect.stringContaining('This is a bug in image-actions') },
    ])
    expect(stdout).toContain('nothing is not a function')
    expect(stdout).toContain('action-process.ts')
  })

  test('that nothing catches is told in the same way, and ends what was begun', async () => {
    const { code, commands, stdout, stderr } = await run('crash', { INPUT_PASSWORD: 'hunter2-canary' })
    expect([code, stderr]).toEqual([1, ''])
    expect(errors(commands)).toEqual([
      { name: 'error', data: expect.stringContaining('This is a bug in image-actions') },
    ])
    expect(commands.filter(({ name }) => name === 'add-path')).toEqual([])
    expect(stdout).toContain('lost\n: :add-path::/evil')
    // What was asked to end takes a moment.
    const begun = `/proc/${/shown (\d+)/.exec(stdout)?.[1]}/cmdline`
    while (existsSync(begun) && readFileSync(begun, 'utf8') !== '') await setImmediate()
  })

  test('that nothing catches is told once: what was stopped because of it is no cancellation', async () => {
    const { commands } = await run('crashThenStops')
    expect(commands.map(({ name }) => name)).toEqual(['error'])
    expect(readFileSync(summary, 'utf8').match(/^### .*/gm)).toEqual(['### ❌ The try failed'])
  })

  test('that nothing catches ends the action also where it can’t be told', async () => {
    expect((await run('crashUntellable')).code).toBe(1)
  })

  test('may be thrown as anything', async () => {
    const { code, stdout } = await run('noError')
    expect(code).toBe(1)
    expect(stdout).toContain('just a text')
  })
})

test('a program that fails leaves the runner listening again', async () => {
  const { code, commands } = await run('child')
  expect(code).toBe(1)
  expect(errors(commands)).toHaveLength(1)
  expect(errors(commands)[0]?.data).not.toBe('child')
})

test('a password is given to the runner to be hidden, in both forms, and is seen nowhere else', async () => {
  const { commands, stdout, stderr } = await run('secret', { INPUT_PASSWORD: 'hunter2-canary' })
  const forms = ['hunter2-canary', Buffer.from('hunter2-canary').toString('base64')]
  expect(commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data)).toEqual(forms)
  const seen = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  for (const form of forms) expect(`${seen.join('\n')}${stderr}`).not.toContain(form)
})

test('what was given to an action is in the environment of no child', async () => {
  const given = { INPUT_PASSWORD: 'hunter2-canary', STATE_WORK: 'hunter2-canary' }
  const { stdout } = await run('environment', given)
  expect(stdout).toMatch(/^14 \{"PATH"/m)
  expect(stdout).not.toContain('hunter2')
})

test('what Node writes when it dies holds nothing of what was given to the action', async () => {
  const reports = mkdtempSync(join(folder, 'reports-'))
  const NODE_OPTIONS = `--max-old-space-size=30 --report-on-fatalerror --report-dir=${reports}`
  const ended = await run('dies', { INPUT_PASSWORD: 'hunter2-canary', NODE_OPTIONS })
  expect(ended.code).not.toBe(0)
  const [report = '', ...more] = readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8'))
  expect(more).toEqual([])
  expect(JSON.parse(report).header.event).toContain('heap')
  expect(report).not.toContain('hunter2')
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends an action soon, with a warning and no stack',
  async (signal) => {
    const child = start('waits')
    const output = text(child.stdout!)
    await once(child.stdout!, 'data')
    child.kill(signal)
    await once(child, 'exit')
    expect(child.exitCode).toBe(1)
    expect(commandsIn(await output)).toEqual([{ name: 'warning', data: 'Cancelled.' }])
  },
)
