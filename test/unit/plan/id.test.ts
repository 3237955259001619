import { expect, test } from '@jest/globals'
import { randomPlanId, standaloneId } from '../../../actions/plan/id.ts'
import { plan, run } from './runs.ts'

const id = async (inputs: Record<string, string>, event = run(), now = new Date(0)) =>
  (await plan(inputs, event, { planId: standaloneId, now })).id

test('jobs of one run with the same inputs agree, whatever the platform or the time', async () => {
  const rules = { tags: "type=raw,value={{date 'HHmmss'}}" }
  const one = await id({ ...rules, platforms: 'linux/amd64' })
  const two = await id({ ...rules, platforms: 'linux/arm64' }, run({ attempt: 2 }), new Date(1e12))
  expect(one).toMatch(/^[0-9a-f]{12}$/)
  expect(two).toBe(one)
})

test('anything else is another plan', async () => {
  const ids = await Promise.all([
    id({}),
    id({ image: 'other' }),
    id({ registries: 'localhost:5000' }),
    id({ tags: 'foo' }),
    id({ 'tag-name': 'foo' }),
    id({}, run({ runId: '78' })),
    id({}, run({ sha: 'f'.repeat(40) })),
  ])
  expect(new Set(ids).size).toBe(ids.length)
})

test('a random id has twelve digits', () => {
  expect(randomPlanId((size) => new Uint8Array(size).fill(10))).toBe('0a0a0a0a0a0a')
})
