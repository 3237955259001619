import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../../actions/base/errors.ts'
import { errorCommand, runnerLog } from '../../../actions/runner/log.ts'
import { OutputGuard, plainOutput } from '../../../actions/runner/output.ts'
import { commandsIn } from './runner-parser.ts'

function recorded() {
  const written: string[] = []
  const guard = new OutputGuard((text) => written.push(text))
  return { guard, text: () => written.join('') }
}

/** A child that runs until it is told to end. */
function child(guard: OutputGuard): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const running = guard.around(() => promise)
  return () => {
    resolve()
    return running
  }
}

const NAMES = [
  'set-env',
  'Add-Mask',
  'add-path',
  'stop-commands',
  'STOP-COMMANDS',
  'error',
  'resume',
  'x',
  '',
]
/** White space, line ends and what merely looks like either. */
const before = fc
  .array(
    fc.constantFrom(
      ...'\t\v\f\r\n \u0000\u001b\u0085\u00a0\u180e\u2028\u2029\u200b\u3000\ufeff',
      'RUN ',
      '#',
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(''))
const commandLike = fc
  .tuple(
    before,
    fc.constantFrom(...NAMES),
    fc.constantFrom('', ' ', ' name=a', ' a::b'),
    fc.string(),
    fc.boolean(),
  )
  .map(([start, name, properties, data, old]) =>
    old ? `${start}##[${name}${properties}]${data}` : `${start}::${name}${properties}::${data}`,
  )
const hostile = fc.oneof(commandLike, fc.string({ unit: 'binary' }), fc.string())

describe('the output of children', () => {
  test('never commands the runner, whatever it prints', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile), async (lines) => {
        const { guard, text } = recorded()
        await guard.around(async () => {
          for (const line of lines) guard.text(line)
        })
        expect(commandsIn(text())).toEqual([])
      }),
    )
  })

  test.each([
    ['::set-env name=PATH::/evil', 'set-env', '/evil'],
    ['STEP 2: RUN ##[add-mask]x', 'add-mask', 'x'],
    ['\u0085\t::Error file=a::b::c', 'error', 'b::c'],
    ['\u3000::group::::', 'group', '::'],
    ['10 %\r::add-path::/evil', 'add-path', '/evil'],
  ])('unguarded, %j does command it: the parser can tell', (line, name, data) => {
    expect(commandsIn(`${line}\n`)).toEqual([{ name, data }])
  })

  test.each(['x::error::y', '\ufeff::error::y', '::unheard-of::y', ':: error::y', '::error:y', '#[error]y'])(
    'unguarded, %j is text to the runner',
    (line) => {
      expect(commandsIn(line)).toEqual([])
    },
  )

  test('guesses no token: one that the runner knows would end the guard', () => {
    const tokens = Array.from({ length: 100 }, () => {
      const { guard, text } = recorded()
      void guard.around(() => new Promise(() => {}))
      return /^::stop-commands::([0-9a-f]{48})\n$/.exec(text())?.[1]
    })
    expect(new Set(tokens).size).toBe(100)
    expect(tokens).not.toContain(undefined)
  })

  test('is guarded until the last of several children ends', async () => {
    const { guard, text } = recorded()
    let endFirst = () => {}
    const first = guard.around(() => new Promise<void>((resolve) => (endFirst = resolve)))
    await guard.around(async () => guard.text('second'))
    guard.text('::error::still guarded')
    endFirst()
    await first
    expect(commandsIn(text())).toEqual([])
  })

  test('is guarded however children overlap, and our own commands follow the last', async () => {
    const step = fc.constantFrom('start', 'end first', 'end last', 'child', 'own')
    await fc.assert(
      fc.asyncProperty(fc.array(step), async (steps) => {
        const { guard, text } = recorded()
        const children: (() => Promise<void>)[] = []
        let said = 0
        for (const step of ['start', ...steps]) {
          if (step === 'start') children.push(child(guard))
          else if (step === 'own') guard.own(`::notice::${said++}`)
          else if (step !== 'child') await (step === 'end last' ? children.pop() : children.shift())?.()
          else if (children.length > 0) guard.text('::error::of a child')
        }
        for (const end of children) await end()
        const ours = Array.from({ length: said }, (_, index) => ({ name: 'notice', data: String(index) }))
        expect(commandsIn(text())).toEqual(ours)
      }),
    )
  })

  test('resumes commands after a failure', async () => {
    const { guard, text } = recorded()
    await expect(guard.around(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    guard.own('::notice::after')
    expect(commandsIn(text())).toEqual([{ name: 'notice', data: 'after' }])
  })

  test('our own commands wait and are then carried out', async () => {
    const { guard, text } = recorded()
    const log = runnerLog(guard)
    await guard.around(async () => log.warn('disk is nearly full'))
    expect(commandsIn(text())).toEqual([{ name: 'warning', data: 'disk is nearly full' }])
  })

  test('is shown no more once all is over, and what waited is said', async () => {
    const { guard, text } = recorded()
    const end = child(guard)
    guard.own('::error::the last word')
    guard.close()
    guard.text('::error::of a child that still runs')
    await end()
    expect(commandsIn(text())).toEqual([{ name: 'error', data: 'the last word' }])
  })

  test('outside the guard is a mistake of ours', () => {
    expect(() => recorded().guard.text('line')).toThrow('outside the guard')
  })
})

test('a message that quotes a command stays a message, whatever stands before it', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1 }), (parts) => {
      const { guard, text } = recorded()
      runnerLog(guard).info(parts.join('\n'))
      expect(commandsIn(text())).toEqual([])
    }),
    {
      examples: [
        [['\u0085::set-env name=A::b']],
        [['branch\n::set-env name=A::b\r::error::c ##[add-mask]d']],
      ],
    },
  )
})

test('a warning, an annotation and a title are one command each, whatever they quote', () => {
  fc.assert(
    fc.property(hostile, hostile, (message, file) => {
      const { guard, text } = recorded()
      runnerLog(guard).warn(message, { file, line: 1, column: 2 })
      guard.own(
        errorCommand(
          new UserError('IMG9201', message, { hint: 'Mend it.', place: { file, line: 1, column: 2 } }),
        ),
      )
      expect(commandsIn(text()).map(({ name }) => name)).toEqual(['warning', 'error'])
    }),
  )
})

test('a warning of several lines is one command', () => {
  const { guard, text } = recorded()
  runnerLog(guard).warn('100 % full\n::error::x')
  expect(text()).toBe('::warning::100 %25 full%0A::error::x\n')
})

test('a terminal gets plain lines', async () => {
  const written: string[] = []
  const output = plainOutput((text) => written.push(text))
  await output.around(async () => output.text('::from a child'))
  output.own('ours')
  expect(written).toEqual(['::from a child\n', 'ours\n'])
})
