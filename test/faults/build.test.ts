import { beforeEach, expect, jest, test } from '@jest/globals'
import { runMatrix } from './matrix.ts'

// The client of GitHub's artifacts talks to a runner.
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
})

test('whatever meets a request of prepare and build: it is published, or nothing is half done and a rerun publishes', async () => {
  const { wrong, cases, requests, endings } = await runMatrix(/^(prepare|build)/)
  expect(wrong).toEqual([])
  expect(requests).toBeGreaterThanOrEqual(45)
  expect(cases).toBeGreaterThanOrEqual(100)
  expect(endings.published).toBeGreaterThan(cases / 2)
}, 3_600_000)
