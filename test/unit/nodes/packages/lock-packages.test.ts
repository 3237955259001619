import { expect, test } from '@jest/globals'
import { withoutHashes } from '../../../../actions/nodes/packages/lock-packages.ts'

test.each([
  [1, 'p1'],
  [5, 'p1, p2, p3, p4, p5'],
  [6, 'p1, p2, p3, p4, p5, p6'],
  [73, 'p1, p2, p3, p4, p5 and 68 more'],
])('of %i packages without hashes a warning names no more than a person reads', (count, said) => {
  const names = Array.from({ length: count }, (_, index) => `p${index + 1}`)
  expect(withoutHashes(names)).toBe(
    `The lock has no hashes for ${said}: no index has them, so the base image must bring them.`,
  )
})
