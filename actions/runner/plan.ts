import type { RunEvent } from '../base/event.ts'
import { formatPlatform, platformOf } from '../base/platform.ts'
import { standaloneId } from '../plan/id.ts'
import { makePlan, type PlanFacts } from '../plan/make.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanRequest } from '../plan/request.ts'
import { resolvePlan } from '../plan/source.ts'
import { openCheckout } from './checkout.ts'
import { documentSources } from './documents.ts'
import { changedFiles } from './github.ts'
import type { Runner } from './runner.ts'

/** The plan that was handed over; without one, the plan that the same inputs give in every job of this run. */
export async function obtainPlan(
  runner: Runner,
  plan: string,
  request: PlanRequest,
  token: string,
): Promise<Plan> {
  if (plan !== '') return resolvePlan(plan, documentSources(runner))
  const facts = await planFacts(runner, token)
  const now = eventTime(runner.event) ?? (await commitTime(runner)) ?? new Date(runner.clock.now())
  const own = { ...request, platforms: ownPlatformUnless(request.platforms) }
  return makePlan(own, { ...facts, now, planId: standaloneId })
}

/** Without prepare there is one runner, and its platform is what can be built without further ado. */
export function ownPlatformUnless(platforms: string): string {
  return platforms.trim() === '' ? formatPlatform(platformOf(process.arch)) : platforms
}

/** What a plan depends on, as this runner sees it. */
export async function planFacts(runner: Runner, token: string): Promise<Omit<PlanFacts, 'now' | 'planId'>> {
  const { event, clock, signal, log } = runner
  return {
    event,
    ...(await openCheckout(event.workspace)),
    changedFiles: async () => (token === '' ? undefined : changedFiles(event, { token, clock, signal, log })),
    commitDate: () => commitTime(runner),
    warn: (message) => log.warn(message),
  }
}

/** The same in every job of a run, unlike the time of day. */
function eventTime(event: RunEvent): Date | undefined {
  const commit = event.payload.head_commit as { timestamp?: string } | undefined
  const repository = event.payload.repository as { pushed_at?: string | number } | undefined
  const pushed = repository?.pushed_at
  const time = commit?.timestamp ?? (typeof pushed === 'number' ? pushed * 1000 : pushed)
  return time === undefined ? undefined : new Date(time)
}

/** Undefined without git, or in a checkout that does not hold the commit. */
export async function commitTime({ event, run }: Runner): Promise<Date | undefined> {
  const command = ['show', '-s', '--format=%cI', event.sha, '--']
  const shown = await run('git', command, { cwd: event.workspace }).catch(() => undefined)
  return shown && new Date(shown.stdout.trim())
}
