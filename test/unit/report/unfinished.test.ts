import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CancelledError, pageOf, UserError, UserErrors } from '../../../actions/base/errors.ts'
import { unfinishedSection } from '../../../actions/report/unfinished.ts'

const standing = { what: 'The merge', published: 'nothing.', next: 'run it again.' }
const one = new UserError('IMG1001', 'One is wrong.', { hint: 'Mend it.' })
const two = new UserError('IMG1002', 'Two is wrong.', { hint: 'Mend it too.' })

test.each([
  ['what a person can put right', one, '### ❌ The merge failed', ['IMG1001']],
  ['several of these', new UserErrors([one, two]), '### ❌ The merge failed', ['IMG1001', 'IMG1002']],
  ['a bug', new TypeError('secret of ours'), '### ❌ The merge failed', []],
  ['a cancellation', new CancelledError(), '### ⏹️ The merge was cancelled', []],
])('%s: what is published and what to do next stand there in any case', (_what, error, heading, codes) => {
  const { markdown } = unfinishedSection(error, standing)
  expect(markdown.split('\n')[0]).toBe(heading)
  expect(markdown).toContain('**Published:** nothing.')
  expect(markdown).toContain('**Next:** run it again.')
  expect(markdown.match(/IMG\d+(?=\])/g) ?? []).toEqual(codes)
  expect(markdown).not.toContain('secret of ours')
})

test('each error is a row that leads to its page, whatever its message holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, hint) => {
      const { markdown } = unfinishedSection(new UserError('IMG1001', message, { hint }), standing)
      const rows = markdown.split(/[\n\r\u2028\u2029]/).filter((line) => line.startsWith('| ['))
      expect(rows).toHaveLength(1)
      expect(rows[0]).toContain(`[IMG1001](${pageOf('IMG1001')})`)
      expect(rows[0]!.replace(/\\./g, '').split('|')).toHaveLength(5)
    }),
  )
})
