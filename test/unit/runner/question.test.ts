import { PassThrough } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { askYesNo } from '../../../actions/runner/question.ts'

function ask(signal = new AbortController().signal) {
  const input = new PassThrough()
  const output = new PassThrough()
  const answer = askYesNo('Delete 2 manifests?', { input, output, signal })
  return { input, output, answer }
}

describe('a question', () => {
  test.each([
    ['y', true],
    ['Y', true],
    [' yes ', true],
    ['YES', true],
    ['', false],
    ['n', false],
    ['no', false],
    ['yep', false],
    ['oy', false],
  ])('answered with "%s" is %s', async (line, expected) => {
    const { input, output, answer } = ask()
    input.write(`${line}\n`)
    expect(await answer).toBe(expected)
    expect(output.read().toString()).toBe('Delete 2 manifests? [y/N] ')
  })

  test('that nobody answers is answered with no', async () => {
    const { input, output, answer } = ask()
    input.end()
    expect(await answer).toBe(false)
    expect(output.read().toString()).toMatch(/\[y\/N\] \n$/)
  })

  test.each([
    ['before it is asked', true],
    ['while it is asked', false],
  ])('ends with a cancellation %s', async (_when, early) => {
    const controller = new AbortController()
    if (early) controller.abort()
    const { output, answer } = ask(controller.signal)
    controller.abort()
    await expect(answer).rejects.toThrow(CancelledError)
    expect(output.read().toString()).toMatch(/\n$/)
  })
})
