import { expect, test } from '@jest/globals'
import { makeRecord } from '../../../actions/build/record.ts'
import { parseRecord, serialiseRecord } from '../../../actions/plan/record.ts'
import { finishedRun } from '../report/run.ts'

const { plan, records } = finishedRun()
const { imageId } = records[0]!

function record(verified?: { value: number; time: number }) {
  return makeRecord({
    plan,
    leg: plan.legs[0]!,
    attempt: 1,
    started: 0,
    image: {
      name: imageId,
      id: imageId,
      config: Buffer.from('{}'),
      platform: { os: 'linux', architecture: 'amd64' },
      layers: [],
    },
    build: { value: { imageId, steps: 4, cacheHits: 1, stepList: [] }, time: 1000.4 },
    verified,
    push: undefined,
    tools: {},
  })
}

test('what was verified says how many checks passed, and how long they took', () => {
  const text = serialiseRecord(record({ value: 23, time: 2600.4 }))
  expect(parseRecord(text, 'r').verified).toEqual({ checks: 23, time: 2600 })
})

test('what was not verified says nothing of it, as records always did', () => {
  expect(record()).not.toHaveProperty('verified')
  expect(parseRecord(serialiseRecord(record()), 'r').buildTime).toBe(1000)
})
