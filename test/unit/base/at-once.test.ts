import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { atOnce } from '../../../actions/base/at-once.ts'

const lists = fc.record({
  most: fc.integer({ min: 1, max: 10 }),
  turns: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }),
})

test('no more than so many are worked on at a time, and no fewer; results keep their order', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ most, turns }) => {
      let running = 0
      let peak = 0
      const results = await atOnce(most, turns.entries(), async ([index, count]) => {
        peak = Math.max(peak, ++running)
        for (let passed = 0; passed <= count; passed++) await turn()
        running--
        return index
      })
      expect(results).toEqual([...turns.keys()])
      expect(peak).toBe(Math.min(most, turns.length))
    }),
    { numRuns: 50 },
  )
})

test('after a failure nothing is begun, and what is under way is waited for', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = atOnce(2, [0, 1, 2, 3], async (thing) => {
    begun.push(thing)
    if (thing === 0) throw new Error('no')
    for (let passed = 0; passed < 3; passed++) await turn()
    ended.push(thing)
  })
  await expect(work).rejects.toThrow('no')
  expect([begun, ended]).toEqual([[0, 1], [1]])
})
