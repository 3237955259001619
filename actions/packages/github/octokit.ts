import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import { type AttemptContext, attempts, mayPause } from './attempts.ts'
import { fetchOver } from './fetch.ts'
import { Pace } from './pace.ts'

export type OctokitContext = AttemptContext & Parameters<typeof fetchOver>[0]

/** What another attempt does not change; a request that was too fast is the throttling plugin's. */
const FINAL = [
  ...Array.from({ length: 100 }, (_, index) => 400 + index).filter((status) => status !== 408),
  501,
  505,
]

/** For one server and one token. Loaded when first needed, as it takes longer to load than most runs need altogether. */
export function createOctokit(baseUrl: string, token: string, context: OctokitContext): Octokit {
  const pace = new Pace(context.clock)
  const debug = (message: unknown) => context.log.debug(String(message))
  // A plugin named first is asked last: every attempt of the others passes it.
  const Configured = Octokit.plugin(attempts(context, pace), throttling, retry)
  return new Configured({
    auth: token,
    baseUrl,
    userAgent: 'image-actions',
    log: { debug: () => {}, info: debug, warn: debug, error: debug },
    request: { fetch: fetchOver(context) },
    throttle: {
      // All waiting is done by the clock that we were given.
      ...unpaced,
      retryAfterBaseValue: 0,
      fallbackSecondaryRateRetryAfter: 0,
      onSecondaryRateLimit: (after, _options, _octokit, count) => mayPause(context, pace, after, count),
      onRateLimit: (_after, _options, _octokit, count) => count < 2,
    },
    retry: { retries: context.retry.attempts - 1, retryAfterBaseValue: 0, doNotRetry: FINAL },
  })
}

const unpaced = {
  write: { key: () => ({ schedule: (_options: object, job: () => unknown) => job() }) },
} as object
