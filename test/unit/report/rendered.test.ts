import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import mermaid from 'mermaid'
import { UserError } from '../../../actions/base/errors.ts'
import type { SummarySection } from '../../../actions/base/summary.ts'
import { summaryOf } from '../../../actions/checks/reports/summary.ts'
import { planSummary } from '../../../actions/prepare/summary.ts'
import { cleanupSummary } from '../../../actions/report/cleanup.ts'
import type { PublishReport } from '../../../actions/report/facts.ts'
import { fitSummary } from '../../../actions/report/fit.ts'
import { gantt } from '../../../actions/report/gantt.ts'
import { publishSummary } from '../../../actions/report/publish.ts'
import { unfinishedSection } from '../../../actions/report/unfinished.ts'
import { htmlOf } from '../../../scripts/pictures/page.ts'
import { hostileVerification } from '../checks/reports/verification.ts'
import { cleaned, goes, reportOf, stays } from './cleaned.ts'
import { finishedRun, withFailedLeg } from './run.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a|b', '```', '<b>', '| --- |\n', '%%{init}%%'),
)
const standing = { what: 'It', published: 'nothing.', next: 'again.' }

/** With a text from outside wherever one can be. */
function told(report: PublishReport, text: string): PublishReport {
  report.plan.reason = text
  for (const image of report.receipt.images) {
    if (image.outcome === 'failed') image.error = text
    for (const { tags } of image.repositories) for (const tag of tags) tag.reason = text
  }
  return report
}

/** Texts from outside, in every place of each summary. */
const summaries: readonly (readonly [string, fc.Arbitrary<SummarySection[]>])[] = [
  ['publishing', hostile.map((text) => publishSummary(told(finishedRun(), text)))],
  [
    'a failed platform',
    hostile.map((text) => publishSummary(told(withFailedLeg(finishedRun(), 'app', 'linux/arm64'), text))),
  ],
  ['the plan', hostile.map((name) => planSummary(finishedRun({ images: [name] }).plan))],
  [
    'a cleanup',
    hostile.map((text) =>
      cleanupSummary(reportOf(cleaned([goes('gone', { tags: [text] }), stays('kept', text)]))),
    ),
  ],
  ['a verification', hostileVerification.map(summaryOf)],
  [
    'what ended early',
    fc
      .tuple(hostile, hostile)
      .map(([message, hint]) => [unfinishedSection(new UserError('IMG1001', message, { hint }), standing)]),
  ],
]

describe.each(summaries)('the summary of %s, rendered as GitHub does', (_what, sections) => {
  test('shows every table as a table, and no markup of theirs', () => {
    fc.assert(
      fc.property(sections, (given) => {
        const markdown = fitSummary(given)
        const html = htmlOf(markdown)
        const tables = markdown.match(/^\| --- .*\|$/gm)?.length ?? 0
        expect(html.match(/<table>/g)?.length ?? 0).toBe(tables)
        expect(html.replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '')).not.toMatch(/<(script|b)>/)
      }),
    )
  })
})

describe('the time line, as Mermaid reads it', () => {
  test('has a bar for each step, where it belongs, whatever an image is called', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const run = finishedRun({ images: [name], platforms: ['linux/amd64'] })
        const tasks = await tasksOf(gantt(run).markdown)
        expect(tasks.map(({ task }) => task.trim())).toEqual([
          'plan and wait for runners',
          'build linux/amd64',
          'push linux/amd64',
          'merge',
        ])
        const started = Date.parse(run.records[0]!.started)
        expect(tasks[1]).toMatchObject({
          startTime: new Date(started),
          endTime: new Date(started + run.records[0]!.buildTime),
        })
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ['seconds', 3_000, '1second'],
    ['a minute', 60_000, '15second'],
    ['an hour', 3_600_000, '15minute'],
  ])('has few enough marks for a run of %s', async (_what, length, interval) => {
    const run = finishedRun()
    run.receipt.created = new Date(Date.parse(run.plan.created) + length).toISOString()
    expect(gantt(run).markdown).toContain(`tickInterval ${interval}\n`)
    expect(await tasksOf(gantt(run).markdown)).toHaveLength(6)
  })
})

interface Task {
  task: string
  startTime: Date
  endTime: Date
}

async function tasksOf(block: string): Promise<Task[]> {
  const text = block.replace(/^```mermaid\n|\n```$/g, '')
  // Which diagrams there are it only learns by parsing.
  await mermaid.parse(text)
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text)
  return (diagram.db as unknown as { getTasks(): Task[] }).getTasks()
}
