import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitSummary } from '../../../actions/report/fit.ts'

const section = (title: string, importance: number, size = 10) => ({
  markdown: `## ${title}\n${'x'.repeat(size)}`,
  importance,
})

describe('fitSummary', () => {
  test('joins in the order of reading when all fits', () => {
    expect(fitSummary([section('B', 2), section('A', 1)])).toBe('## B\nxxxxxxxxxx\n\n## A\nxxxxxxxxxx\n')
  })

  test('drops the least important first, the later of equals, and names them', () => {
    const sections = [section('A', 1), section('B', 3, 400), section('C', 3, 400), section('D', 2)]
    const text = fitSummary(sections, 700)
    expect(text).toContain('## B')
    expect(text).not.toContain('## C')
    expect(text).toContain('## D')
    expect(text).toContain('Left out, as a summary has its limit: C.')
  })

  test('counts bytes, not characters', () => {
    const umlauts = { markdown: 'ä'.repeat(300), importance: 2 }
    expect(fitSummary([section('A', 1), umlauts], 500)).not.toContain('ä')
  })

  test('never exceeds its limit, and never drops what is more important than something kept', () => {
    const part = fc.record({
      importance: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 0, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 0, max: 3000 }), (parts, limit) => {
        const sections = parts.map(({ importance, size }, index) => section(`s${index}.`, importance, size))
        const text = fitSummary(sections, limit)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
        const kept = sections.filter((each) => text.includes(each.markdown))
        const dropped = sections.filter((each) => !text.includes(each.markdown))
        const least = Math.max(0, ...kept.map((each) => each.importance))
        for (const each of dropped) expect(each.importance).toBeGreaterThanOrEqual(least)
      }),
    )
  })
})
