import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LastLines, readLines } from '../../../actions/runner/lines.ts'

async function* pieces(...texts: (string | Uint8Array)[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function linesOf(...texts: (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = []
  await readLines(pieces(...texts), (line) => lines.push(line))
  return lines
}

describe('lines of a stream', () => {
  test.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [
      ['a\r\nb\r', '\nc\r'],
      ['a', 'b', 'c'],
    ],
    [['10 %\r20 %\rdone\n'], ['10 %', '20 %', 'done']],
    [['\n\n'], ['', '']],
    [[], []],
  ])('%j are %j', async (texts, lines) => {
    expect(await linesOf(...texts)).toEqual(lines)
  })

  test('are the same wherever a chunk ends', async () => {
    const texts = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', ' '), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (parts, at) => {
        const bytes = Buffer.from(parts.join(''))
        const cut = at % (bytes.length + 1)
        expect(await linesOf(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(await linesOf(bytes))
      }),
    )
  })

  test('one that never ends is handed on in pieces', async () => {
    const megabyte = 'x'.repeat(1024 * 1024)
    const lines = await linesOf(...Array.from({ length: 10 }, () => megabyte), '\nend\n')
    expect(lines.map(({ length }) => length)).toEqual([4, 4, 2].map((count) => count * 1024 * 1024).concat(3))
  })
})

describe('the last lines', () => {
  test('are those that fit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 9 })), fc.integer({ min: 1, max: 60 }), (lines, most) => {
        const last = new LastLines(most)
        for (const line of lines) last.add(line)
        let from = Math.max(lines.length - 1, 0)
        while (from > 0 && lines.slice(from - 1).join('\n').length + 1 <= most) from -= 1
        expect(last.text).toBe(lines.slice(from).join('\n'))
      }),
    )
  })

  test('of millions cost no more than a look at each', () => {
    const last = new LastLines(1_000_000)
    const before = process.cpuUsage()
    for (let count = 0; count < 3_000_000; count++) last.add('y')
    expect(last.text.length).toBe(999_999)
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000)
  })
})
