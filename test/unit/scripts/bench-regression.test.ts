import { describe, expect, test } from '@jest/globals'
import type { Figure } from '../../../scripts/bench/case.ts'
import { type Cost, ratio } from '../../../scripts/bench/measure.ts'
import { type Baseline, baselineOf, readBaseline, regressions } from '../../../scripts/bench/regression.ts'
import type { Result } from '../../../scripts/bench/report.ts'

const cost = (wall: number): Cost => ({ wall, cpu: 0 })
const figure = (more: Partial<Figure>): Figure => ({
  what: 'time',
  value: 1,
  unit: '×',
  aim: 1,
  bound: 1,
  ...more,
})
const result = (...figures: Figure[]): Result => ({
  name: 'push',
  seconds: 1,
  figures,
  notes: [],
  samples: {},
})
const baseline: Baseline = {
  push: [
    figure({ value: 0.5, range: [0.4, 0.6] }),
    figure({ what: 'requests', value: 20, unit: 'requests' }),
  ],
}

test('a ratio is one of medians, and tells how far its rounds lie apart', () => {
  const ours = [1, 2, 9].map(cost)
  const theirs = [4, 4, 4].map(cost)
  expect(ratio(ours, theirs, 'wall')).toEqual({ value: 0.5, range: [0.25, 2.25] })
})

describe('against a whole run of before', () => {
  test.each<[string, Partial<Figure>, boolean]>([
    ['what is as it was', { value: 0.5, range: [0.45, 0.55] }, false],
    ['what is better', { value: 0.1, range: [0.1, 0.1] }, false],
    ['a slow round among quick ones', { value: 0.9, range: [0.5, 1.4] }, false],
    ['what is slower in every round', { value: 0.9, range: [0.8, 1.4] }, true],
    ['what could not be measured', { value: Number.NaN, range: [Number.NaN, Number.NaN] }, true],
    ['one request more', { what: 'requests', value: 21, unit: 'requests' }, true],
    ['as many requests', { what: 'requests', value: 20, unit: 'requests' }, false],
    ['what nobody measured before', { what: 'something new', value: 100 }, false],
  ])('%s', (_what, now, worse) => {
    expect(regressions([result(figure(now))], baseline)).toHaveLength(worse ? 1 : 0)
  })

  test('seconds are left alone: they are of one machine', () => {
    const now = result(figure({ what: 'all of it', value: 100, unit: 's' }))
    expect(regressions([now], { push: [figure({ what: 'all of it', value: 1, unit: 's' })] })).toEqual([])
  })

  test('what is worse says both figures', () => {
    expect(regressions([result(figure({ value: 0.9, range: [0.8, 1] }))], baseline)).toEqual([
      'push: time is 0.90 ×, and was 0.50 ×',
    ])
  })

  test('the committed figures are read as they are written', async () => {
    const written = await readBaseline()
    const results = Object.entries(written).map(([name, figures]) => ({
      ...result(...figures.map((each) => figure(each))),
      name,
    }))
    expect(results.length).toBeGreaterThan(10)
    expect(baselineOf(results)).toEqual(written)
    expect(regressions(results, written)).toEqual([])
  })
})
