import { describe, expect, test } from '@jest/globals'
import { digestOf, shortDigest } from '../../../actions/base/digest.ts'
import { fitSummary } from '../../../actions/report/fit.ts'
import { type PublishReport, publishSummary } from '../../../actions/report/publish.ts'
import { finishedRun, STARTED, withFailedLeg, withTag } from './run.ts'

const text = (report: PublishReport) => fitSummary(publishSummary(report))

describe('a run that went well', () => {
  const summary = text(finishedRun())

  test('names the image, its version and where it lies', () => {
    expect(summary).toContain('## Published: app 1.2.3')
    expect(summary).toContain('https://github.com/acme/source/pkgs/container/app')
    expect(summary).toContain('https://hub.docker.com/r/acme/app')
  })

  test.each(['podman', 'docker'])('has one block to copy for each %s pull', (engine) => {
    for (const host of ['ghcr.io', 'docker.io'])
      expect(summary).toContain(`\`\`\`sh\n${engine} pull ${host}/acme/app:1.2.3\n\`\`\``)
  })

  test('has a row for each platform, with what was sent to each registry', () => {
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      const record = finishedRun().records.find((each) => each.platform === platform)
      expect(summary).toContain(
        `| app | ${platform} | \`${shortDigest(record?.digest ?? digestOf(''))}\` | 56.7 MB | 8.9 MB to ghcr.io<br>8.9 MB to docker.io | 1 min 05 s | 12 s | 3 of 7 |`,
      )
    }
  })

  test('tells what moved from where to where', () => {
    const [old, now] = [shortDigest(digestOf('old')), shortDigest(digestOf('app'))]
    expect(summary).toContain(`| \`ghcr.io/acme/app:latest\` | \`${old}\` | \`${now}\` | moved |`)
    expect(summary).toContain(`| \`ghcr.io/acme/app:1.2.3\` | – | \`${now}\` | new |`)
  })

  test('says nothing of failures', () => {
    expect(summary).not.toContain('What failed')
    expect(summary).toContain('2 min 00 s in all.')
  })
})

describe('what was verified before its push', () => {
  const { records, ...run } = finishedRun({ hosts: ['ghcr.io'] })
  const [first, ...others] = records
  const summary = text({ ...run, records: [{ ...first!, verified: { checks: 23, time: 2_600 } }, ...others] })

  test('tells so beside its leg, and others have a dash there', () => {
    expect(summary).toContain('| Cache hits | Verified |')
    expect(summary).toMatch(/\| linux\/amd64 .* \| 3 of 7 \| 23 checks in 2\.6 s \|/)
    expect(summary).toMatch(/\| linux\/arm64 .* \| 3 of 7 \| – \|/)
  })

  test('was verified between build and push', () => {
    const built = STARTED + 20_000 + 65_000
    expect(summary).toContain(`verify linux/amd64 :${built}, 2600ms`)
    expect(summary).toContain(`push linux/amd64 :${built + 2_600}, 12000ms`)
    expect(summary).not.toContain('verify linux/arm64')
  })

  test('has no column where nothing was', () => {
    expect(text(finishedRun())).not.toContain('Verified')
  })
})

describe('durations', () => {
  const previous = { ...finishedRun().receipt, duration: 8_000, total: 100_000 }

  test('are compared with the previous receipt', () => {
    const summary = text({ ...finishedRun(), previous })
    expect(summary).toContain('2 min 00 s in all (1 min 40 s the time before: +20 %)')
    expect(summary).toContain('| Merge | 8.0 s | 4.0 s | −50 % |')
  })

  test('of a previous receipt without a total compare the merge alone', () => {
    const { total: _, ...older } = previous
    const summary = text({ ...finishedRun(), previous: older })
    expect(summary).not.toContain('the time before')
    expect(summary).toContain('| Merge | 8.0 s | 4.0 s |')
  })

  test('end now, when now is given', () => {
    expect(text({ ...finishedRun(), now: STARTED + 30_000 })).toContain('30 s in all')
  })
})

test.each([
  ['stayed', 'behind what it holds', 'stayed (behind what it holds)'],
  ['restored', 'docker.io failed', 'put back (docker.io failed)'],
  ['unknown', '', 'unknown: the registry gave no answer'],
  ['untouched', '', 'not touched'],
  ['unchanged', '', 'was already there'],
] as const)('a tag that is %s says so', (outcome, reason, words) => {
  expect(text(withTag(finishedRun(), { outcome, reason, after: digestOf('old') }))).toContain(words)
})

test('a stayed tag is not offered for a pull, as it holds something else', () => {
  const run = withTag(finishedRun(), { outcome: 'stayed', after: digestOf('old') })
  for (const image of run.receipt.images)
    for (const entry of image.repositories) entry.tags = entry.tags.filter((tag) => tag.name === 'latest')
  expect(text(run)).toContain(`podman pull ghcr.io/acme/app@${digestOf('app')}`)
})

test('where only publishing failed, finished builds are used again', () => {
  const run = finishedRun()
  for (const image of run.receipt.images)
    Object.assign(image, { outcome: 'failed', error: 'docker.io failed' })
  expect(text(run)).toContain('**Re-run failed jobs**')
})

describe('a run with a failed platform', () => {
  const run = withFailedLeg(finishedRun({ images: ['app', 'worker'] }), 'worker', 'linux/arm64')
  const summary = text(run)

  test('says what is published, what is not, and what to do', () => {
    expect(summary).toContain('## Published 1 of 2 images 1.2.3')
    expect(summary).toContain('`worker`: a record is missing. No finished build for `linux/arm64`.')
    expect(summary).toContain('Published: `app`.')
    expect(summary).toContain('**Re-run all jobs**')
    expect(summary).toContain('What is published stays as it is.')
  })

  test('offers no pull of what is not there', () => {
    expect(summary).not.toContain('pull ghcr.io/acme/worker')
    expect(summary).toContain('| worker | linux/arm64 | `not built` |')
  })

  test('survives as the last thing when nearly nothing fits', () => {
    const small = fitSummary(publishSummary(run), 2_000)
    expect(small).toContain('Re-run all jobs')
    expect(small).not.toContain('gantt')
  })
})

test('names what was left behind', () => {
  const run = finishedRun()
  run.receipt.leftovers.push('ghcr.io/acme/app@sha256:dead')
  expect(text(run)).toContain('Left behind without a tag: `ghcr.io/acme/app@sha256:dead`')
})

test('a run that only builds says why', () => {
  const run = finishedRun()
  run.plan.publish = false
  run.plan.reason = 'pull request from a fork'
  run.receipt.images = run.receipt.images.map((image) => ({
    ...image,
    outcome: 'built',
    digest: null,
    repositories: [],
  }))
  const summary = text(run)
  expect(summary).toContain('## Built: app 1.2.3')
  expect(summary).toContain('Not published: pull request from a fork')
  expect(summary).not.toContain('### Pull')
})

test('of two attempts of a leg the newer one counts', () => {
  const run = finishedRun({ platforms: ['linux/amd64'] })
  const [first] = run.records
  if (!first) throw new Error('no record')
  const second = { ...first, attempt: 2, digest: digestOf('second') }
  expect(text({ ...run, records: [second, first] })).toContain(shortDigest(second.digest))
  expect(text({ ...run, records: [second, first] })).not.toContain(shortDigest(first.digest))
})

test('a hundred images on two platforms fit, with all tables', () => {
  const images = Array.from({ length: 100 }, (_, index) => `image-${index}`)
  const summary = text(finishedRun({ images }))
  expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
  expect(summary).not.toContain('Left out')
  expect(summary).toContain('| image-99 | linux/arm64 |')
  expect(summary).toContain('_160 shorter builds are not drawn._')
  const chart = /```mermaid\n([\s\S]*?)```/.exec(summary)?.[1] ?? ''
  expect(chart.length).toBeLessThan(50_000)
})
