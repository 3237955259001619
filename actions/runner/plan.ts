import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { RunEvent } from '../base/event.ts'
import { standaloneId } from '../plan/id.ts'
import { makePlan, type PlanFacts } from '../plan/make.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanRequest } from '../plan/request.ts'
import { resolvePlan } from '../plan/source.ts'
import { changedFiles } from './github.ts'
import type { Runner } from './runner.ts'

/** The plan that was handed over; without one, the plan that the same inputs give in every job of this run. */
export async function obtainPlan(
  runner: Runner,
  plan: string,
  request: PlanRequest,
  token: string,
): Promise<Plan> {
  if (plan !== '') {
    return resolvePlan(plan, {
      readFile: (path) => readFile(resolve(runner.event.workspace, path), 'utf8'),
      artifact: async (name) => (await runner.artifacts()).get(name),
    })
  }
  const now = eventTime(runner.event) ?? (await commitTime(runner)) ?? new Date(runner.clock.now())
  return makePlan(request, { ...planFacts(runner, token), now, planId: standaloneId })
}

/** What a plan depends on, as this runner sees it. */
export function planFacts(runner: Runner, token: string): Omit<PlanFacts, 'now' | 'planId'> {
  const { event, clock, signal } = runner
  const path = (name: string) => resolve(event.workspace, name)
  return {
    event,
    readFile: (name) => readFile(path(name), 'utf8'),
    exists: (name) => exists(path(name)),
    changedFiles: () => changedFiles(event, { token, clock, signal }),
    commitDate: () => commitTime(runner),
    warn: (message) => runner.log.warn(message),
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

export async function commitTime(runner: Runner): Promise<Date | undefined> {
  const args = ['-C', runner.event.workspace, 'log', '-1', '--format=%cI']
  const { exitCode, stdout } = await runner.run('git', args, { anyExit: true })
  return exitCode === 0 && stdout !== '' ? new Date(stdout.trim()) : undefined
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
