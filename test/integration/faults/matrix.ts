import { type Case, disturb } from './disturbed.ts'
import { Hours } from './hours.ts'
import { kindOf, MISHAPS, type Request } from './mishap.ts'
import { type Rehearsal, rehearse } from './rehearsal.ts'

/** All of them at night; else everything that may happen for the first request of each kind, and one thing for each of the others. */
export function casesOf(requests: readonly Request[], all: boolean): Case[] {
  const kinds = new Set<string>()
  return requests.flatMap((request, position) => {
    const known = kinds.has(kindOf(request))
    kinds.add(kindOf(request))
    const mishaps = all || !known ? MISHAPS : [MISHAPS[position % MISHAPS.length]!]
    return mishaps.map((mishap) => ({ request, mishap }))
  })
}

export interface Tally {
  cases: number
  requests: number
  endings: Record<string, number>
  /** What went otherwise than it should, case by case. */
  wrong: string[]
}

/** Of the jobs that are called so. */
export async function runMatrix(jobs: RegExp, all = process.env.NIGHTLY === '1'): Promise<Tally> {
  const rehearsal = await rehearse()
  const hours = new Hours()
  hours.take()
  try {
    const requests = rehearsal.requests.filter(({ job }) => jobs.test(job))
    const tally: Tally = { cases: 0, requests: requests.length, endings: {}, wrong: [] }
    for (const each of casesOf(requests, all)) await play(rehearsal, hours, each, tally)
    return tally
  } finally {
    hours.restore()
    await rehearsal.close()
  }
}

async function play(rehearsal: Rehearsal, hours: Hours, each: Case, tally: Tally): Promise<void> {
  tally.cases += 1
  try {
    const ending = await disturb(rehearsal, hours, each)
    tally.endings[ending] = (tally.endings[ending] ?? 0) + 1
  } catch (error) {
    const { job, server, method, path, nth } = each.request
    tally.wrong.push(
      `${job}, ${server}, ${method} ${path} (${nth}): ${each.mishap.name}\n${(error as Error).message}`,
    )
  }
}
