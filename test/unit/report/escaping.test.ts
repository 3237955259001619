import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { block, code, folded, link, plain, table } from '../../../actions/base/markdown.ts'
import { fitSummary } from '../../../actions/report/fit.ts'
import { gantt } from '../../../actions/report/gantt.ts'
import { publishSummary } from '../../../actions/report/publish.ts'
import { finishedRun } from './run.ts'

/** Text that somebody would write to break a page, mixed with anything. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('|', '`', '\\', '\n', '\r', '<script>', ':', ';', '%%', '[x](y)', '```', '\u2028', 'a'),
    )
    .map((parts) => parts.join('')),
)
const bars = (line: string) => line.replace(/\\./g, '').split('|').length - 1

test('a cell never ends its row or its table', () => {
  fc.assert(
    fc.property(hostile, hostile, (first, second) => {
      const text = table(['A', 'B'], [[plain(first), code(second)]])
      expect(text.split(/[\n\r\u2028\u2029]/)).toHaveLength(3)
      expect(bars(text.split('\n')[2] ?? '')).toBe(3)
    }),
  )
})

test('plain text opens no markup: what could is escaped', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(plain(text).replace(/\\[\\`*_[\]<>|~$&#!]/g, '')).not.toMatch(/[\\`*_[\]<>|~$&#!\n\r]/)
    }),
  )
})

test('a code span has its own two backticks and no others', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(code(text).slice(1, -1)).not.toMatch(/[`\n\r]/)
      expect(code(text).length).toBeGreaterThan(2)
    }),
  )
})

test('a block is closed by its own fence only', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(block('sh', text).match(/```/g)).toHaveLength(2)
    }),
  )
})

test('the title of a fold is text in HTML', () => {
  expect(folded('<b>&', 'body')).toContain('<summary>&lt;b&gt;&amp;</summary>')
})

test('a link cannot be left early', () => {
  expect(link('text', 'https://example.org/a)b c')).toBe('[text](https://example.org/a%29b%20c)')
  expect(link('text', undefined)).toBe('text')
})

describe('the chart', () => {
  test('keeps to Mermaid’s grammar whatever an image is called', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const run = finishedRun({ images: [name], platforms: ['linux/amd64'] })
        const lines = gantt(run).markdown.split('\n')
        const body = lines.slice(5, -1)
        expect(lines.slice(0, 5)).toEqual([
          '```mermaid',
          'gantt',
          'dateFormat x',
          'axisFormat %H:%M:%S',
          'tickInterval 15second',
        ])
        expect(body).toHaveLength(7)
        for (const line of body) expect(line).toMatch(/^(section [^:;#%`<]+|[a-z][^:;#%`<]* :\d+, \d+ms)$/)
      }),
    )
  })

  test('places prepare, each platform and merge on one axis', () => {
    const { markdown, omitted } = gantt(finishedRun({ platforms: ['linux/arm64'] }))
    const t = Date.parse('2026-01-01T10:00:00Z')
    expect(omitted).toBe(0)
    expect(markdown.split('\n').slice(5, -1)).toEqual([
      'section prepare',
      `plan and wait for runners :${t}, 20000ms`,
      'section app',
      `build linux/arm64 :${t + 20_000}, 65000ms`,
      `push linux/arm64 :${t + 85_000}, 12000ms`,
      'section merge',
      `merge :${t + 116_000}, 4000ms`,
    ])
  })

  test('of many builds shows the longest', () => {
    const images = Array.from({ length: 41 }, (_, index) => `image-${index}`)
    const run = finishedRun({ images, platforms: ['linux/amd64'] })
    const records = run.records.map((record, index) => ({
      ...record,
      buildTime: index === 40 ? 90_000 : 1_000 + index,
    }))
    const { markdown, omitted } = gantt({ ...run, records })
    expect(omitted).toBe(1)
    expect(markdown).toContain('section image-40')
    expect(markdown).not.toContain('section image-0\n')
  })

  test('leaves out what has no date, and still draws the rest', () => {
    const run = finishedRun({ platforms: ['linux/arm64'] })
    run.plan.created = 'yesterday'
    expect(gantt(run).markdown).toContain('merge :')
    expect(gantt(run).markdown).not.toContain('NaN')
  })
})

test('a hostile error message stays one line of the summary', () => {
  const run = finishedRun()
  run.receipt.images = run.receipt.images.map((image) => ({
    ...image,
    outcome: 'failed',
    error: 'x |\n## Owned <img src=x>',
  }))
  const summary = fitSummary(publishSummary(run))
  expect(summary).not.toContain('\n## Owned')
  expect(summary).not.toMatch(/(?<!\\)<img/)
})
