import { expect, test } from '@jest/globals'
import { sentence } from '../../../actions/base/printable.ts'

test.each([
  ['no space left', 'no space left.'],
  ['It failed.', 'It failed.'],
  ['really?', 'really?'],
  ['and so on…', 'and so on…'],
  ['', 'It said nothing.'],
])('what another program said, “%s”, ends a sentence of ours', (said, expected) => {
  expect(sentence(said)).toBe(expected)
})
