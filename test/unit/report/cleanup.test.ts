import { describe, expect, test } from '@jest/globals'
import { digestOf, shortDigest } from '../../../actions/base/digest.ts'
import type { CleanupEntry, CleanupReport } from '../../../actions/plan/cleanup-report.ts'
import { headline } from '../../../actions/report/cleaned.ts'
import { cleanupSummary } from '../../../actions/report/cleanup.ts'
import { repositoryText } from '../../../actions/report/cleanup-text.ts'
import { fitSummary } from '../../../actions/report/fit.ts'
import { cleaned, goes, reportOf, stays } from './cleaned.ts'

const summary = (report: CleanupReport, hint?: string) => fitSummary(cleanupSummary(report, hint))
const short = (name: string) => shortDigest(digestOf(name))

const deleted = (name: string, bytes?: number) =>
  goes(name, { outcome: 'deleted', ...(bytes === undefined ? {} : { bytes }) })
const outcome = (name: string, what: CleanupEntry['outcome'], detail?: string) =>
  goes(name, { ...(what ? { outcome: what } : {}), ...(detail ? { detail } : {}) })

describe('the headline', () => {
  const twelve = Array.from({ length: 12 }, (_, number) => deleted(`d${number}`, 28_300_000))
  test.each<[string, CleanupReport]>([
    ['Nothing to delete', reportOf()],
    ['Nothing to delete', reportOf(cleaned([stays('a', 'tagged v1')]))],
    ['Nothing to delete', reportOf(cleaned([], { outcome: 'planned' }))],
    ['Deleted 12 manifests, 340 MB freed', reportOf(cleaned(twelve))],
    ['Deleted 1 manifest', reportOf(cleaned([deleted('a')]))],
    [
      'Would delete 2 manifests, 5.0 MB',
      reportOf(cleaned([goes('a', { bytes: 5_000_000 }), goes('b')], { outcome: 'planned' })),
    ],
    [
      'Would delete 1 manifest and 1 tag',
      reportOf(
        cleaned([goes('a'), goes('b', { tags: ['pr-1'] }), stays('b', 'tagged v1', ['pr-1', 'v1'])], {
          outcome: 'planned',
        }),
      ),
    ],
    ['Deleted 2 tags', reportOf(cleaned([outcome('a', 'untagged'), outcome('b', 'untagged')]))],
    ['Deleted nothing', reportOf(cleaned([outcome('a', 'kept', 'too popular')]))],
    ['Deleted nothing', reportOf(cleaned([outcome('a', 'restored')]))],
    [
      'Deleted 1 manifest; a later run goes on from here',
      reportOf(cleaned([deleted('a'), outcome('b', 'unreached')], { outcome: 'partial' })),
    ],
    [
      'Deleted 1 manifest; failed: docker.io/acme/app',
      reportOf(
        cleaned([deleted('a')]),
        cleaned([], { repository: 'docker.io/acme/app', outcome: 'failed', error: 'no' }),
      ),
    ],
    ['Deleted nothing; failed: ghcr.io/acme/app', reportOf(cleaned([goes('a')], { outcome: 'failed' }))],
    ['Deleted nothing', { ...reportOf(cleaned([goes('a')], { outcome: 'planned' })), dryRun: false }],
    [
      'Would delete 1 manifest; failed: docker.io/acme/app',
      {
        ...reportOf(
          cleaned([goes('a')], { outcome: 'planned' }),
          cleaned([goes('a')], { repository: 'docker.io/acme/app', outcome: 'failed', error: 'no' }),
        ),
        dryRun: true,
      },
    ],
  ])('%s', (expected, report) => {
    expect(headline(report)).toBe(expected)
    expect(summary(report)).toMatch(`## ${expected.replaceAll('_', '\\_')}`)
  })
})

describe('the summary', () => {
  const report = reportOf(
    cleaned([
      goes('index', { tags: ['old'], outcome: 'deleted', bytes: 40_000_000 }),
      outcome('child', 'kept', 'more than 5,000 downloads'),
      stays('a', 'tagged v1', ['v1']),
      stays('b', 'tagged v2', ['v2']),
      stays('c', 'needed by v1'),
      stays('d', 'no tag, and "untagged" is not set'),
    ]),
    cleaned([outcome('x', 'unreached')], {
      repository: 'docker.io/acme/app',
      outcome: 'failed',
      error: 'docker.io: the token lacks the right to delete.',
    }),
  )
  const text = summary(report)

  test('has a row for each repository', () => {
    expect(text).toContain('| `ghcr.io/acme/app` | done | 2 | 1 | 4 | 40.0 MB | 4 |')
    expect(text).toContain('| `docker.io/acme/app` | **failed** | 1 | 1 | 0 | 0 B | 2 |')
  })

  test('says of everything that goes why, and what became of it', () => {
    expect(text).toContain(`| \`${short('index')}\` | \`old\` | left latest-previous | 40.0 MB | deleted |`)
    expect(text).toContain(
      `| \`${short('child')}\` | – | left latest-previous | – | kept by the registry (more than 5,000 downloads) |`,
    )
  })

  test('counts what stays by reason, the most frequent first, whatever the tags are called', () => {
    const stay = text.slice(text.indexOf('### What stays'))
    expect(stay).toContain('| holds a tag | 2 |\n| needed by something that stays | 1 |')
    expect(stay).not.toContain('v1')
  })

  test('names what failed and what is left, before the details', () => {
    const failure = `- \`docker.io/acme/app\`: docker.io: the token lacks the right to delete. Still there: ${short('x')}.`
    expect(text).toContain(`### What failed\n\n${failure}`)
    expect(text.indexOf('What failed')).toBeLessThan(text.indexOf('What goes'))
  })

  test('says what a hint is given for', () => {
    expect(summary(reportOf(cleaned([])), 'Set a rule.')).toContain('\n\nSet a rule.\n')
  })

  test('of a plan has no outcomes', () => {
    const planned = summary(reportOf(cleaned([goes('a')], { outcome: 'planned' })))
    expect(planned).toContain('### What would go from `ghcr.io/acme/app`')
    expect(planned).not.toContain('Outcome |\n| --- | --- | --- | --- | --- |')
    expect(planned).toContain('| Digest | Tags | Why | Size |\n')
    expect(planned).toContain('| planned | 1 | 0 | 0 |')
  })

  test('folds long tables, and stays below the limit whatever goes', () => {
    const many = Array.from({ length: 10_000 }, (_, number) => deleted(`m${number}`, 1))
    const long = summary(reportOf(cleaned(many)))
    expect(long).toContain('<details><summary>10000 manifests</summary>')
    expect(long).toContain('_9500 more are in the log._')
    expect(Buffer.byteLength(long)).toBeLessThan(900 * 1024)
    expect(summary(reportOf(cleaned(many.slice(0, 20))))).not.toContain('<details>')
  })

  test('lets no tag or message break its tables', () => {
    const nasty = goes('n', { tags: ['a|b'], reason: 'x | y <script>', outcome: 'kept', detail: 'a\n| b |' })
    const row = summary(reportOf(cleaned([nasty])))
      .split('\n')
      .find((line) => line.includes(short('n')))
    expect(row).toBe(
      `| \`${short('n')}\` | \`a¦b\` | x \\| y \\<script\\> | – | kept by the registry (a \\| b \\|) |`,
    )
  })
})

describe('the text for a terminal', () => {
  const plan = cleaned(
    [
      goes('index', { tags: ['old'], bytes: 40_000_000 }),
      goes('child', { reason: 'child of old' }),
      stays('a', 'tagged v1', ['v1']),
      stays('b', 'needed by v1'),
    ],
    { outcome: 'planned' },
  )

  test('of a dry run tells of each digest why it goes or stays, its size and its requests', () => {
    const text = repositoryText(plan, 'each')
    expect(text).toMatch(new RegExp(`^${short('index')} +old +left latest-previous +40.0 MB +2$`, 'm'))
    expect(text).toMatch(new RegExp(`^${short('child')} +– +child of old +– +2$`, 'm'))
    expect(text).toMatch(new RegExp(`^${short('a')} +v1 +tagged v1 +–$`, 'm'))
    expect(text).toMatch(new RegExp(`^${short('b')} +– +needed by v1 +–$`, 'm'))
    expect(text).toContain('2 manifests, 40.0 MB, 4 requests.')
  })

  test('counts a manifest that only loses a tag as a tag', () => {
    const loses = [goes('a', { tags: ['pr-1'] }), stays('a', 'tagged latest', ['latest']), goes('b')]
    const text = repositoryText(cleaned(loses, { outcome: 'planned' }), 'each')
    expect(text).toContain('\n1 manifest and 1 tag, 4 requests.')
  })

  test('that is asked about counts what stays', () => {
    const text = repositoryText(plan, 'counted')
    expect(text).toMatch(/^1 +holds a tag$/m)
    expect(text).not.toContain(short('a'))
  })

  test('of a run tells what became of each', () => {
    const text = repositoryText(
      cleaned([deleted('a', 1_000), outcome('b', 'changed', 'v1 is new')]),
      'counted',
    )
    expect(text).toMatch(new RegExp(`^${short('a')} .+ deleted$`, 'm'))
    expect(text).toMatch(
      new RegExp(`^${short('b')} .+ changed meanwhile, so left alone \\(v1 is new\\)$`, 'm'),
    )
  })

  test('names the error, and what is left', () => {
    const failed = cleaned([outcome('x', 'unreached')], { outcome: 'failed', error: 'No\u001b[2J right.' })
    const text = repositoryText(failed, 'counted')
    expect(text).toContain(`ghcr.io/acme/app: FAILED\nNo [2J right.\nStill there: ${short('x')}\n`)
  })

  test('of nothing is a line', () => {
    expect(repositoryText(cleaned([]), 'each')).toBe('ghcr.io/acme/app: cleaned up\n\nNothing goes.')
  })
})
