import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { type RollbackReport, rollbackSummary, rollbackText } from '../../../actions/report/rollback.ts'
import { stateSummary, stateText } from '../../../actions/report/rollback-states.ts'

const before = digestOf('new')
const after = digestOf('old')
const repository = 'ghcr.io/acme/app'
const report: RollbackReport = {
  ...{ schema: 1, image: 'app', tag: 'latest', to: 'previous', outcome: 'done' },
  ...{ version: '1.2.3', revision: 'abc', receipt: 'receipt-0123456789ab-1@sha256:0' },
  repositories: [
    { repository, before, after, outcome: 'moved', reason: 'put back to latest-previous', restored: [] },
    {
      ...{ repository: 'docker.io/acme/app', before: null, after, outcome: 'created', reason: '' },
      restored: [{ digest: after, how: 'put' }],
    },
  ],
}
const markdown = (of: RollbackReport) =>
  rollbackSummary(of, 'acme/app')
    .map((part) => part.markdown)
    .join('\n')

describe('a rollback that went well', () => {
  test('shows the moves, how to pull it, and how to undo it', () => {
    const text = markdown(report)
    expect(text).toContain('## Rolled back: app:latest to previous (1.2.3)')
    expect(text).toContain(
      `| [\`${repository}:latest\`](https://github.com/acme/app/pkgs/container/app) | \`${before.slice(7, 19)}\` | \`${after.slice(7, 19)}\` | moved (put back to latest-previous) |`,
    )
    expect(text).toContain('| – |')
    expect(text).toContain('podman pull docker.io/acme/app:latest')
    expect(text).toContain(`- \`docker.io/acme/app@${after}\`, its manifest put again`)
    expect(text).toContain('Undo this with `to: receipt-0123456789ab-1` for the tag `latest`.')
  })

  test('reads well in a terminal, too', () => {
    const text = rollbackText(report)
    expect(text).toMatch(/^Rolled back: app:latest to previous \(1\.2\.3\)\n\nTag +Before +After +Outcome\n/)
    expect(text).toContain('podman pull ghcr.io/acme/app:latest')
    expect(text).toContain('Undo this with to: receipt-0123456789ab-1')
    expect(text).not.toContain('`')
  })
})

test.each([
  ['planned', 'Would roll back: app:latest to previous'],
  ['declined', 'Not rolled back: app:latest stays as it is'],
  ['unchanged', 'Nothing to do: app:latest holds previous'],
  ['failed', 'Not rolled back: app:latest'],
] as const)('%s: neither pulls nor undoes anything', (outcome, headline) => {
  for (const text of [markdown({ ...report, outcome }), rollbackText({ ...report, outcome })]) {
    expect(text).toContain(headline)
    expect(text).not.toMatch(/podman pull|Undo/)
  }
})

test('an error is part of the summary, and nothing in it can mark anything up', () => {
  const text = markdown({ ...report, outcome: 'failed', errors: ['<b> | `x`'], repositories: [] })
  expect(text).toContain('\\<b\\> \\| \\`x\\`')
  expect(text).not.toContain('| Tag |')
})

test('several errors are a list', () => {
  const text = markdown({ ...report, outcome: 'failed', errors: ['One.', 'Two.'], repositories: [] })
  expect(text).toMatch(/\n- One\.\n- Two\.(\n|$)/)
})

describe('the states', () => {
  const states = [
    {
      to: 'previous',
      digest: after,
      repositories: [repository],
      date: '2026-05-01',
      version: '1.2.3',
      revision: 'f'.repeat(40),
    },
    { to: '1.1', digest: before, repositories: [repository, 'docker.io/acme/app'], note: 'held now' },
  ]

  test('stand in a table with what is known of each', () => {
    const of = { image: 'app', tag: 'latest', states }
    const text = stateSummary(of)[0]?.markdown
    expect(text).toContain(
      `| \`previous\` | \`${after.slice(7, 19)}\` | 2026-05-01 | 1.2.3 | ffffffffffff | ghcr.io |  |`,
    )
    expect(stateText(of)).toMatch(/1\.1 +\w{12} +– +– +– +ghcr\.io, docker\.io +held now/)
  })

  test.each([
    ['2026-05-01', '2026-05-01'],
    ['2026-05-01T02:03:04.567Z', '2026-05-01 02:03'],
    ['2026-05-01T02:03:04+02:00', '2026-05-01 00:03'],
    ['Then', 'Then'],
  ])('of %s show no more than the minute', (date, shown) => {
    const text = stateText({ image: 'app', tag: 'latest', states: [{ ...states[0]!, date }] })
    expect(text).toContain(`  ${shown}  `)
  })

  test('or there are none', () => {
    const none = { image: 'app', tag: 'latest', states: [] }
    expect(stateText(none)).toContain('There are none: no tag latest-previous,')
    expect(stateSummary(none)[0]?.markdown).toContain('There are none: no tag')
  })
})
