import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Played, play, runSchedule, schedule } from './schedules.ts'

test('whatever is pushed, fails, is cancelled or dies, every tag that was not asked to go pulls whole', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (drawn) => {
      expect((await play(drawn)).lost).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('the schedules are no quiet ones', async () => {
  const played: Played[] = []
  for (let seed = 0; seed < 100; seed++) played.push(await runSchedule(seed))
  const count = (what: (one: Played) => boolean) => played.filter(what).length
  expect(count(({ deletions }) => deletions > 0)).toBeGreaterThan(20)
  expect(count(({ restored }) => restored > 0)).toBeGreaterThan(0)
  expect(count(({ interrupted }) => interrupted)).toBeGreaterThan(10)
  expect(count(({ failed }) => failed)).toBeGreaterThan(10)
  expect(count(({ pushes }) => pushes > 0)).toBeGreaterThan(40)
  expect(played.flatMap(({ lost }) => lost)).toEqual([])
})
