import type { Clock } from '../base/clock.ts'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import { isLoopback } from '../base/reference.ts'
import { defaultRetry, type RetryAdvice, retry } from '../base/retry.ts'
import { type HttpResponse, Transport } from '../registry/transport.ts'
import { waitAskedFor } from '../registry/waiting.ts'

export interface GithubAccess {
  token: string
  clock: Clock
  signal: AbortSignal
}

/**
 * Questions that need no more than a GET go over the registries' transport: loading Octokit, and the fetch that comes with
 * it, takes longer than the rest of a merge. Undefined: there is no such thing.
 */
export interface Github {
  get<T>(path: string): Promise<T | undefined>
  /** What the address that GitHub sends us on to holds. */
  download(path: string): Promise<Buffer | undefined>
  close(): void
}

/** With three hundred files and their patches, an answer has a few megabytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024

class GithubError extends Error {
  readonly status: number
  readonly after: number | undefined

  constructor(message: string, status: number, after: number | undefined) {
    super(message)
    this.status = status
    this.after = after
  }
}

/** `right` is what the token needs, for who lacks it. */
export function openGithub(apiUrl: string, access: GithubAccess, right: string): Github {
  const { clock, signal } = access
  const transport = new Transport({ environment: process.env, signal })
  const again = async <T>(path: string, once: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await retry(once, { ...defaultRetry, clock }, { advise, signal })
    } catch (error) {
      if (signal.aborted) throw new CancelledError()
      if (error instanceof GithubError && (error.status === 404 || error.status === 410)) return undefined
      throw unanswered(path, right, error)
    }
  }
  const ask = (path: string) => {
    const headers = {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${access.token}`,
      'X-GitHub-Api-Version': '2022-11-28',
    }
    return transport.send({ method: 'GET', url: new URL(`${apiUrl}${path}`), headers, limit: LONGEST_ANSWER })
  }
  const whole = (answer: HttpResponse): Buffer => {
    const { status, headers, body, complete } = answer
    if (status === 200 && complete) return body
    throw new GithubError(
      status === 200 ? 'the answer is too long' : `status ${status}`,
      status,
      waitAskedFor(headers, body.toString(), clock.now()),
    )
  }
  return {
    get: <T>(path: string) => again(path, async () => JSON.parse(whole(await ask(path)).toString()) as T),
    download: (path) =>
      again(path, async () => {
        const answer = await ask(path)
        if (answer.status !== 302) return whole(answer)
        // The address is signed, and elsewhere: the token stays here.
        const url = safeAddress(answer.headers.location)
        return whole(await transport.send({ method: 'GET', url, headers: {}, limit: LONGEST_ANSWER }))
      }),
    close: () => transport.close(),
  }
}

function safeAddress(location: string | undefined): URL {
  const url = new URL(location ?? '')
  if (url.protocol === 'https:' || isLoopback(url.host)) return url
  throw new GithubError(`GitHub names ${url.origin}, which is not encrypted`, 400, undefined)
}

function unanswered(path: string, right: string, cause: unknown): UserError {
  return new UserError(`GitHub did not answer ${path.split('?')[0]}: ${messageOf(cause)}.`, {
    hint: `The token needs "${right}"; run the failed jobs again if GitHub had an outage.`,
    cause,
  })
}

/** 403 with a wait is GitHub's other way to say 429. */
function advise(error: unknown): RetryAdvice | undefined {
  if (!(error instanceof GithubError)) return {}
  const { status, after } = error
  const passing = status === 429 || status >= 500 || (status === 403 && after !== undefined)
  if (!passing) return undefined
  return after === undefined ? {} : { after }
}
