import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problems, UserError } from '../../../actions/base/errors.ts'
import { runAction } from '../../../actions/runner/action.ts'
import type { Runner } from '../../../actions/runner/runner.ts'

/** Actions that end in every way an action can end; the test names one. */
const ACTIONS: Record<string, (runner: Runner) => Promise<{ error?: unknown } | void>> = {
  well: async ({ setOutput, log }) => {
    log.info('::error::only text')
    setOutput('digest', 'sha256:0')
  },
  // More than a pipe takes at once.
  givesUp: async ({ log }) => {
    setInterval(() => {}, 1000)
    log.info('x'.repeat(1_000_000))
    throw new UserError('IMG0000', 'The last word.', { hint: 'Mend it.' })
  },
  wrongInput: async () => {
    throw new UserError('IMG0000', 'The input is wrong\n::set-env name=A::b.', { hint: 'Put it right.' })
  },
  wrongInputs: async () => {
    const problems = new Problems()
    for (const name of ['one', 'two', 'three']) problems.add('IMG0000', `Input ${name} is wrong.`, 'Mend it.')
    problems.throwIfAny()
  },
  toldOf: async ({ summary }) => {
    await summary([{ markdown: 'What came of it.', importance: 1 }])
    return { error: new UserError('IMG0000', 'It failed.', { hint: 'Mend it.' }) }
  },
  untold: async () => ({ error: new UserError('IMG0000', 'It failed.', { hint: 'Mend it.' }) }),
  laterWrong: async ({ summary }) => {
    await summary([{ markdown: 'What came of it.', importance: 1 }])
    throw new UserError('IMG0000', 'It failed.', { hint: 'Mend it.' })
  },
  bug: async () => {
    throw new TypeError('nothing is not a function\n::error::from outside')
  },
  // Nobody waits for it, so nobody catches it.
  crash: async ({ mask, inputs, run }) => {
    mask(inputs.text('password'))
    const shown = [
      '-e',
      'console.log("shown", process.pid); setInterval(() => console.log("::error::of a child"), 10)',
    ]
    await run(process.execPath, shown, {
      show: true,
      onLine: () => void setImmediate(() => Promise.reject(new Error('lost\n::add-path::/evil'))),
    })
  },
  crashThenStops: async ({ signal }) => {
    setImmediate(() => Promise.reject(new Error('lost')))
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  },
  // Not even String() can tell what this is.
  crashUntellable: async () => {
    setInterval(() => {}, 1000)
    setImmediate(() => Promise.reject(Object.create(null)))
    await new Promise(() => {})
  },
  // Its memory is not enough.
  dies: async () => {
    const all: unknown[] = []
    for (;;) all.push(Array.from({ length: 1e5 }, () => ({})))
  },
  environment: async ({ run, inputs, log }) => {
    const code = 'console.log(JSON.stringify(process.env))'
    const { stdout } = await run(process.execPath, ['-e', code])
    log.info(`${inputs.text('password').length} ${stdout}`)
  },
  // Linux keeps a device that is always full.
  fullDisk: async () => writeFileSync('/dev/full', 'x'),
  fullDiskAmongOthers: async () => {
    try {
      writeFileSync('/dev/full', 'x')
    } catch (cause) {
      throw new Error('app was not published: 1.2.3 is new and stays.', { cause })
    }
  },
  noError: () => Promise.reject('just a text'),
  secret: async ({ mask, inputs, log }) => {
    mask(inputs.text('password'))
    mask('')
    log.info('masked')
    throw new UserError('IMG0000', 'No login.', { hint: 'Mend it.' })
  },
  child: async ({ run }) => {
    await run(process.execPath, ['-e', 'console.log("::error::child"); process.exit(3)'], { show: true })
  },
  waits: async ({ run, temp, log }) => {
    const secret = join(temp, 'secret')
    writeFileSync(secret, 'x')
    log.info('ready')
    await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  },
}

await runAction(ACTIONS[process.argv[2] ?? '']!, {
  what: 'The try',
  published: 'nothing.',
  next: 'try again.',
})
