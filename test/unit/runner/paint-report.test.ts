import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { Paint } from '../../../actions/base/paint.ts'
import { textTable } from '../../../actions/base/text-table.ts'
import { repositoryText } from '../../../actions/report/cleanup-text.ts'
import { HEADS, type Head } from '../../../actions/report/heads.ts'
import { rollbackText } from '../../../actions/report/rollback.ts'
import { stateText } from '../../../actions/report/rollback-states.ts'
import { terminalSummary } from '../../../actions/report/terminal.ts'
import { paintReport } from '../../../actions/runner/colours.ts'
import { cleaned, goes, stays } from '../report/cleaned.ts'
import { finishedRun } from '../report/run.ts'

const tagged: Paint = (meaning, text) => `<${meaning}>${text}</>`
const headsIn = (report: string) => {
  const painted = paintReport(report, tagged).split('\n')
  return painted.flatMap((line) => /^<heading>(\S+)/.exec(line)?.[1] ?? [])
}

test.each(Object.entries<Head>(HEADS))(
  '%s: head and rows are painted, what follows is not',
  (_name, head) => {
    const rows = ['first', 'second'].map((word) => head.cells.map(() => `${word} cell`))
    const report = `${textTable(head.cells, rows)}\n\nfirst cell`
    const [top = '', one = '', two = '', ...rest] = paintReport(report, tagged).split('\n')
    expect(top).toBe(`<heading>${report.split('\n')[0]}</>`)
    const first = head.rows === undefined ? 'first' : `<${head.rows}>first</>`
    expect([one.startsWith(`${first} cell`), two.includes('second cell')]).toEqual([true, true])
    expect(rest).toEqual(['', 'first cell'])
  },
)

test('what goes stands out from what stays', () => {
  const plan = cleaned([goes('a'), stays('b', 'needed by latest')], { outcome: 'planned' })
  for (const detail of ['each', 'counted'] as const) {
    const painted = paintReport(repositoryText(plan, detail), tagged)
    expect(painted).toMatch(
      /^<heading>Goes .*\n<warning>\w{12}<\/> [\s\S]*^<heading>Stays .*\n<good>\w+<\/> /m,
    )
  }
})

describe('every table of a report is known by its head', () => {
  const digest = digestOf('a')
  const repository = 'ghcr.io/acme/app'
  const going = [goes('a'), stays('b', 'needed by latest')]
  const gone = [goes('a', { outcome: 'deleted' }), stays('b', 'needed by latest')]
  const move = {
    repository,
    before: digest,
    after: digest,
    outcome: 'moved',
    reason: '',
    restored: [],
  } as const
  const image = { image: 'app', tag: 'latest' }
  const rolledBack = { schema: 1, to: 'previous', outcome: 'done', version: '', revision: '' } as const

  test.each([
    ['a cleanup’s plan', repositoryText(cleaned(going, { outcome: 'planned' }), 'each'), ['Goes', 'Stays']],
    ['a cleanup', repositoryText(cleaned(gone), 'counted'), ['Goes', 'Stays']],
    ['a rollback', rollbackText({ ...image, ...rolledBack, receipt: '', repositories: [move] }), ['Tag']],
    ['states', stateText({ ...image, states: [{ to: '1.0', digest, repositories: [repository] }] }), ['to']],
    ['a publication', terminalSummary(finishedRun()), ['Tag', 'Image']],
  ])('%s', (_what, report, expected) => {
    expect(headsIn(report)).toEqual(expected)
  })
})
