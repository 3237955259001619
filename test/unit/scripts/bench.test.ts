import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { Figure } from '../../../scripts/bench/case.ts'
import { type Cost, interleaved, median, ratio, timed } from '../../../scripts/bench/measure.ts'
import { isExceeded, show, verdict } from '../../../scripts/bench/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
afterAll(() => rmSync(folder, { recursive: true }))

const figure = (value: number): Figure => ({ what: 'time', value, unit: '×', aim: 0.5, bound: 0.7 })
const costs = (...walls: number[]): Cost[] => walls.map((wall) => ({ wall, cpu: wall * 10 }))

describe('medians', () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[1, 1, 100], 1],
  ])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected))

  test('of nothing is no number', () => expect(median([])).toBeNaN())

  test('are divided, not the other way round: the ratio of medians', () => {
    expect(ratio(costs(1, 2, 9), costs(4, 4, 5), 'wall').value).toBe(0.5)
    expect(ratio(costs(1, 2, 9), costs(4, 4, 5), 'cpu').value).toBe(0.5)
  })
})

test('contestants take turns', async () => {
  const order: string[] = []
  const run = async (round: string) => {
    order.push(round)
    return { wall: order.length, cpu: 0 }
  }
  const samples = await interleaved(2, { a: run, b: run })
  expect(order).toEqual(['a-1', 'b-1', 'a-2', 'b-2'])
  expect(samples.a.map(({ wall }) => wall)).toEqual([1, 3])
})

describe('a figure', () => {
  test.each([
    [0.5, false, 'aim reached'],
    [0.51, false, 'within the bound'],
    [0.7, false, 'within the bound'],
    [0.71, true, 'FAILS'],
    [Number.NaN, true, 'FAILS'],
  ])('of %d exceeds its bound: %s', (value, exceeded, words) => {
    expect([isExceeded(figure(value)), verdict(figure(value))]).toEqual([exceeded, words])
  })

  test.each([
    [0.5678, '×', '0.57 ×'],
    [2.345, 's', '2.35 s'],
    [149.96, 'MB', '150.0 MB'],
    [23, 'requests', '23 requests'],
  ] as const)('%d %s reads %s', (value, unit, expected) => expect(show(value, unit)).toBe(expected))
})

describe('a program that is timed', () => {
  test('counts the processor time of its children', async () => {
    const busy = 'i=0; while [ $i -lt 40000 ]; do i=$((i+1)); done'
    const [idle, working] = [await timed(['sh', '-c', ':']), await timed(['sh', '-c', `sh -c '${busy}'; :`])]
    expect(working.cost.cpu).toBeGreaterThan(idle.cost.cpu)
  })

  test('keeps its outputs apart from the times', async () => {
    const { stdout, stderr, cost } = await timed(['sh', '-c', 'echo out; echo err >&2'])
    expect({ stdout, stderr }).toEqual({ stdout: 'out\n', stderr: 'err\n' })
    expect(cost.wall).toBeGreaterThan(0)
  })

  test('ends the bench when it fails, unless it may', async () => {
    await expect(timed(['sh', '-c', 'echo why >&2; exit 3'])).rejects.toThrow(/ended with 3:\s+why/)
    expect(await timed(['sh', '-c', 'exit 3'], { mayFail: true })).toMatchObject({ exitCode: 3 })
  })

  test('is killed when enough was seen, and its times are still told', async () => {
    const line = join(folder, 'line')
    execFileSync('mkfifo', [line])
    // Comes when the program says so itself, however long it took to start.
    const until = readFile(line)
    const program = 'sleep 0.03; echo seen >"$0"; exec sleep 60'
    const { exitCode, cost } = await timed(['sh', '-c', program, line], { until, mayFail: true })
    expect(exitCode).toBe(137)
    expect(cost.wall).toBeGreaterThan(0.02)
    expect(cost.wall).toBeLessThan(50)
  })
})
