import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runnerLog } from '../../../actions/runner/log.ts'
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

const hostile = fc.oneof(
  fc.constantFrom(
    '::set-env name=PATH::/evil',
    '  ::add-mask::x',
    'STEP 1: RUN ##[set-output name=a]b',
    '::stop-commands::x',
    '::x::',
  ),
  fc.string(),
  fc.string().map((text) => `::${text}::${text}`),
  fc.string().map((text) => `\r::error::${text}`),
)

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

  test('unguarded, the same output does command it: the parser can tell', () => {
    expect(commandsIn('::set-env name=PATH::/evil\nSTEP ##[add-mask]x\n')).toEqual([
      { name: 'set-env', data: '/evil' },
      { name: 'add-mask', data: 'x' },
    ])
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

  test('outside the guard is a mistake of ours', () => {
    expect(() => recorded().guard.text('line')).toThrow('outside the guard')
  })
})

test('a message that quotes a command stays a message', () => {
  const { guard, text } = recorded()
  runnerLog(guard).info('branch\n::set-env name=A::b\r::error::c ##[add-mask]d')
  expect(commandsIn(text())).toEqual([])
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
