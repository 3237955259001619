import { isUserError, UserErrors } from '../../../actions/base/errors.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { makePlan, type PlanFacts } from '../../../actions/plan/make.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import { type PlanRequest, readPlanRequest } from '../../../actions/plan/request.ts'
import { pushEvent } from '../../push-event.ts'

export const SHA = '860c1904a1ce19322e91ac35af1ab07466440c37'
export const NOW = new Date('2020-01-10T00:30:05Z')

/** A push to the default branch, unless told otherwise. */
export function run(overrides: Partial<RunEvent> = {}): RunEvent {
  const own = { sha: SHA, repository: 'Octo/App', actor: 'mona', runId: '77' }
  return pushEvent({ ...own, serverUrl: 'https://github.example', ...overrides })
}

export function pullRequest(overrides: { head?: string; repository?: string | null; name?: string } = {}) {
  const { head = 'fix', repository = 'Octo/App', name = 'pull_request' } = overrides
  const repo = repository === null ? null : { full_name: repository }
  return run({
    name,
    ref: name === 'pull_request' ? 'refs/pull/12/merge' : 'refs/heads/main',
    payload: { pull_request: { number: 12, head: { ref: head, repo }, base: { ref: 'main' } } },
  })
}

/** The runs that tables speak of, by the name that is easiest to read there. */
export const RUNS: Record<string, RunEvent> = {
  main: run(),
  'my/branch': run({ ref: 'refs/heads/my/branch' }),
  'v1.2.3': run({ ref: 'refs/tags/v1.2.3' }),
  'v2.0.8-beta.67': run({ ref: 'refs/tags/v2.0.8-beta.67' }),
  pr: pullRequest(),
  pr_target: pullRequest({ name: 'pull_request_target' }),
  schedule: run({ name: 'schedule', defaultBranch: '' }),
  dispatch: run({ name: 'workflow_dispatch' }),
}

export function tagged(tag: string): RunEvent {
  return RUNS[tag] ?? run({ ref: `refs/tags/${tag}` })
}

export function request(inputs: Record<string, string> = {}): PlanRequest {
  return readPlanRequest({ text: (name) => inputs[name] ?? '' })
}

export interface Planning extends Partial<PlanFacts> {
  warnings?: string[]
}

export async function plan(
  inputs: Record<string, string>,
  event: RunEvent = run(),
  { warnings = [], ...facts }: Planning = {},
): Promise<Plan> {
  return makePlan(request(inputs), {
    event,
    now: NOW,
    planId: () => '0123456789ab',
    readFile: () => Promise.reject(new Error('no such file')),
    warn: (message) => warnings.push(message),
    ...facts,
  })
}

export async function tagNames(inputs: Record<string, string>, event?: RunEvent): Promise<string[]> {
  const { images } = await plan(inputs, event)
  return images[0]?.tags.map(({ name }) => name) ?? []
}

/** Every complaint, with its hint; anything but a user's error is a bug and fails the test. */
export async function complaints(promise: Promise<unknown>): Promise<string[]> {
  try {
    await promise
    return []
  } catch (error) {
    if (!isUserError(error)) throw error
    return error instanceof UserErrors ? error.errors.map(String) : [String(error)]
  }
}
