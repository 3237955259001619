import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { textTable } from '../../../actions/base/text-table.ts'
import { terminalSummary } from '../../../actions/report/terminal.ts'
import { finishedRun, withFailedLeg } from './run.ts'

test('columns are aligned, and lines end without blanks', () => {
  expect(
    textTable(
      ['Name', 'Size'],
      [
        ['a', '1'],
        ['longer', ''],
      ],
    ),
  ).toBe('Name    Size\na       1\nlonger')
})

const control = fc.integer({ min: 0, max: 0x9f }).map((value) => String.fromCharCode(value))

test('a terminal gets no command from what is printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(control, fc.constant('a')) }), (text) => {
      const lines = textTable(['A'], [[text]]).split('\n')
      expect(lines).toHaveLength(2)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
      expect(lines[1]).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    }),
  )
})

test('says what was published, how the tags moved, and how to get it', () => {
  const text = terminalSummary(finishedRun())
  expect(text).toContain('app 1.2.3: published 1 of 1, 2 min 00 s')
  expect(text).toMatch(/^ghcr\.io\/acme\/app:latest +[0-9a-f]{12} +[0-9a-f]{12} +moved$/m)
  expect(text).toMatch(/^app +docker\.io\/acme\/app +linux\/arm64 +[0-9a-f]{12} +56\.7 MB/m)
  expect(text).toContain('podman pull docker.io/acme/app:1.2.3')
  expect(text).not.toMatch(/[|`]/)
})

test('tells what was verified in a last column', () => {
  const { records, ...run } = finishedRun()
  const verified = records.map((record) => ({ ...record, verified: { checks: 23, time: 2_600 } }))
  const text = terminalSummary({ ...run, records: verified })
  expect(text).toMatch(/^Image .* Cache hits {2}Verified$/m)
  expect(text).toMatch(/ 3 of 7 +23 checks in 2\.6 s$/m)
})

test('names what failed', () => {
  const run = withFailedLeg(finishedRun(), 'app', 'linux/arm64')
  expect(terminalSummary(run)).toContain('FAILED app: a record is missing')
  expect(terminalSummary(run)).not.toContain('podman pull')
})

test('a build that published nothing has no version, no compressed size, and no dashes too many', () => {
  const { plan, records, receipt } = finishedRun()
  const unpushed = records.map((record) => ({ ...record, compressedSize: 0, repositories: [] }))
  const text = terminalSummary({
    plan: { ...plan, publish: false, reason: 'skip-push is set', version: '' },
    records: unpushed,
    receipt,
  })
  expect(text).toMatch(/^app: not published: skip-push is set, /)
  expect(text).toMatch(/^app +– +linux\/amd64 +[0-9a-f]{12} +– +– /m)
})

test('several faults of one image have a line each', () => {
  const run = withFailedLeg(finishedRun(), 'app', 'linux/arm64')
  const images = run.receipt.images.map((image) => ({ ...image, error: '- one\n- two' }))
  expect(terminalSummary({ ...run, receipt: { ...run.receipt, images } })).toContain(
    'FAILED app:\n- one\n- two\n',
  )
})
