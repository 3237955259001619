import type { Octokit } from '@octokit/rest'
import { CancelledError, UserError } from '../../base/errors.ts'
import { waitFor } from '../../base/retry.ts'
import { RegistryError } from '../../registry/errors.ts'
import type { Again } from '../../registry/types.ts'
import { waitAskedFor } from '../../registry/waiting.ts'
import { BudgetSpent } from '../budget.ts'
import type { PackageContext } from '../context.ts'
import { type Failure, isFailure, isLimitUsedUp, isTooFast } from './failure.ts'
import type { Pace } from './pace.ts'

/** A limit that ends so soon is waited for, in milliseconds. */
const SHORT_WAIT = 60_000
/** 1, 2, 4 and 8 minutes: longer than that, and the run had better end. */
const MOST_PAUSES = 4
const FIRST_PAUSE = 60_000

/** What a single request may bring along. */
export interface Hooks {
  again?: Again
}

export type AttemptContext = Pick<PackageContext, 'budget' | 'clock' | 'retry' | 'signal' | 'log'>

/**
 * What every single attempt at a request passes. The plugins decide which failures are worth another attempt; when it is
 * made is said here, where a clock and a cancellation can be heard.
 */
export function attempts(context: AttemptContext, pace: Pace) {
  return (octokit: Pick<Octokit, 'hook'>): void => {
    const failed = new WeakMap<object, number>()
    octokit.hook.wrap('request', async (request, options) => {
      if (context.signal?.aborted) throw new CancelledError()
      await pace.take(options.method, context.signal)
      if (failed.has(options)) await (options.request as Hooks | undefined)?.again?.()
      context.budget.spend()
      try {
        return await request(options)
      } catch (error) {
        if (!isFailure(error)) throw error
        const times = (failed.get(options) ?? 0) + 1
        failed.set(options, times)
        await beforeAnother(error, times, context, pace)
        throw error
      }
    })
  }
}

/** For the throttling plugin: whether a request that was too fast is made once more. */
export function mayPause(context: AttemptContext, pace: Pace, told: number, pauses: number): boolean {
  const wait = told > 0 ? told * 1000 : FIRST_PAUSE * 2 ** pauses
  if (pauses >= MOST_PAUSES || wait > context.retry.deadline) return false
  context.log.info(`GitHub asks for a pause: on in ${Math.round(wait / 1000)} s.`)
  pace.pause(wait)
  return true
}

async function beforeAnother(failure: Failure, times: number, context: AttemptContext, pace: Pace) {
  const { clock, retry, signal } = context
  const { cause } = failure
  if (cause instanceof UserError && !(cause instanceof RegistryError && cause.retryable)) throw cause
  const after = waitAskedFor(failure.response?.headers ?? {}, '', clock.now())
  if (isLimitUsedUp(failure)) {
    if (after === undefined || after > SHORT_WAIT) throw usedUp(clock.now(), after)
    pace.pause(after + 1000)
  } else if (isTooFast(failure)) {
    // The throttling plugin knows it by these words alone.
    failure.message = `${failure.message} (secondary rate limit)`
  } else if ((failure.status >= 500 || failure.status === 408) && times < retry.attempts) {
    await clock.sleep(waitFor(times, after === undefined ? {} : { after }, retry), signal)
  }
}

function usedUp(now: number, after: number | undefined): BudgetSpent {
  const until = after === undefined ? '' : ` until ${new Date(now + after).toISOString().slice(0, 16)}Z`
  return new BudgetSpent('IMG5402', `GitHub's limit of requests is used up${until}.`, {
    hint: 'A later run goes on from here.',
  })
}
