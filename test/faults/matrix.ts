import { type Case, disturb, type Ending } from './disturbed.ts'
import { Hours } from './hours.ts'
import { kindOf, MISHAPS, type Request } from './mishap.ts'
import { rehearse } from './rehearsal.ts'

/**
 * All of them at night. Else everything for the first request of each kind that changes something, a third of it for one
 * that reads, and one thing for each of the others; which, goes round.
 */
export function casesOf(requests: readonly Request[], all: boolean): Case[] {
  const kinds = new Set<string>()
  return requests.flatMap((request, position) => {
    const known = kinds.has(kindOf(request))
    kinds.add(kindOf(request))
    const every = all ? 1 : known ? MISHAPS.length : /^(GET|HEAD)$/.test(request.method) ? 3 : 1
    const mishaps = MISHAPS.filter((_, number) => number % every === position % every)
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
    for (const each of casesOf(requests, all))
      await play(() => disturb(rehearsal, hours, each, all), each, tally)
    return tally
  } finally {
    hours.restore()
    await rehearsal.close()
  }
}

async function play(run: () => Promise<Ending>, each: Case, tally: Tally): Promise<void> {
  tally.cases += 1
  try {
    const ending = await run()
    tally.endings[ending] = (tally.endings[ending] ?? 0) + 1
  } catch (error) {
    const { job, server, method, path, nth } = each.request
    tally.wrong.push(
      `${job}, ${server}, ${method} ${path} (${nth}): ${each.mishap.name}\n${(error as Error).message}`,
    )
  }
}
