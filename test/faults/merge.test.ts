import { beforeEach, expect, jest, test } from '@jest/globals'
import { runMatrix } from './matrix.ts'

// The client of GitHub's artifacts talks to a runner.
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
})

test('whatever meets a request of merge: it is published, or nothing is half done and a rerun publishes', async () => {
  const { wrong, cases, requests, endings } = await runMatrix(/^merge/)
  expect(wrong).toEqual([])
  expect(requests).toBeGreaterThanOrEqual(40)
  expect(cases).toBeGreaterThanOrEqual(80)
  expect(endings.published).toBeGreaterThan(cases / 2)
}, 3_600_000)
