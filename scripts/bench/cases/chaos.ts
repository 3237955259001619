import { randomInt } from 'node:crypto'
import { type Played, runSchedule } from '../../../test/unit/cleanup/schedules.ts'
import type { Bench, BenchCase } from '../case.ts'
import type { Cost } from '../measure.ts'

/** Cleanups of random repositories, disturbed in every way there is; an independent walk says what pulls afterwards. */
export const run: BenchCase = async (bench) => {
  const schedules = bench.short ? 100 : 1000
  const { played, cost } = await playAll(bench, randomInt(2 ** 31 - schedules), schedules)
  const sum = (what: (one: Played) => number) => played.reduce((total, one) => total + what(one), 0)
  const count = (what: (one: Played) => boolean) => sum((one) => (what(one) ? 1 : 0))
  const lost = sum((one) => one.lost.length)
  const happened = {
    requests: sum(({ requests }) => requests),
    deletions: sum(({ deletions }) => deletions),
    interruptions: count(({ interrupted }) => interrupted),
    'concurrent pushes': sum(({ pushes }) => pushes),
    'failed runs': count(({ failed }) => failed),
    'versions brought back': sum(({ restored }) => restored),
  }
  requireDisturbed(happened)
  const facts = Object.entries(happened).map(([what, number]) => `${number} ${what}`)
  return {
    figures: [{ what: 'tags lost', value: lost, unit: 'tags', aim: 0, bound: 0 }],
    notes: [
      `${schedules} schedules, ${facts.join(', ')}, ${lost} tags lost.`,
      'Each is a random repository on a model of GHCR, Docker Hub or another registry (indexes in indexes, shared children, signatures, fallback tags) and a random policy; meanwhile others push, requests fail before or after they took effect, and the run is cancelled or killed. Judged are the tags that were not asked to go, by a walk over raw bytes that shares no code with the cleanup.',
      'Left out is what no client can help: a tag that is put on the very manifest between the last look at it and its deletion, as no registry deletes on a condition; and, where the process was killed and no post step ran, the tags that were being pushed at that time.',
    ],
    samples: { schedules: [cost] },
  }
}

async function playAll(
  bench: Bench,
  first: number,
  schedules: number,
): Promise<{ played: Played[]; cost: Cost }> {
  const played: Played[] = []
  const started = { wall: performance.now(), cpu: process.cpuUsage() }
  for (let seed = first; seed < first + schedules; seed++) {
    const one = await runSchedule(seed).catch((cause: unknown) => {
      throw new Error(`Schedule ${seed} did not end as it should.`, { cause })
    })
    if (one.lost.length > 0) bench.say(`Schedule ${seed} loses ${one.lost.join(', ')}.`)
    played.push(one)
  }
  const { user, system } = process.cpuUsage(started.cpu)
  return { played, cost: { wall: (performance.now() - started.wall) / 1e3, cpu: (user + system) / 1e6 } }
}

/** Where nothing happens, nothing is lost. */
function requireDisturbed(happened: Readonly<Record<string, number>>): void {
  const missing = Object.entries(happened).flatMap(([what, number]) => (number > 0 ? [] : [what]))
  if (missing.length > 0) throw new Error(`The schedules were too quiet: no ${missing.join(', no ')}.`)
}
