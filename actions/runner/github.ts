import type { Ancestry, Relation } from '../base/ancestry.ts'
import type { Clock } from '../base/clock.ts'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { defaultRetry, type RetryAdvice, retry } from '../base/retry.ts'
import { Transport } from '../registry/transport.ts'
import { waitAskedFor } from '../registry/waiting.ts'

export interface GithubAccess {
  token: string
  clock: Clock
  signal: AbortSignal
}

/** GitHub lists no more files of a comparison; a longer list can't be trusted to be whole. */
const FILES_OF_COMPARISON = 300
/** With three hundred files and their patches, an answer has a few megabytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024

export function ancestry(event: RunEvent, access: GithubAccess): Ancestry {
  const compare = async (base: string, head: string): Promise<Relation> => {
    if (base === head) return 'identical'
    const found = await ask<{ status: Relation }>(event, access, comparison(event, base, head))
    return found?.status ?? 'diverged'
  }
  return {
    compare,
    head: async (branch) => {
      const path = `/repos/${event.repository}/branches/${encodeURIComponent(branch)}`
      return (await ask<{ commit: { sha: string } }>(event, access, path))?.commit.sha
    },
    contains: async (branch, sha) => ['ahead', 'identical'].includes(await compare(sha, branch)),
  }
}

/** The files that a push or a pull request changed; undefined where GitHub can't tell all of them. */
export async function changedFiles(event: RunEvent, access: GithubAccess): Promise<string[] | undefined> {
  const range = rangeOf(event)
  if (!range) return undefined
  const path = comparison(event, range.base, range.head)
  const found = await ask<{ files?: { filename: string; previous_filename?: string }[] }>(event, access, path)
  if (!found?.files || found.files.length >= FILES_OF_COMPARISON) return undefined
  return found.files.flatMap((file) => [
    file.filename,
    ...(file.previous_filename ? [file.previous_filename] : []),
  ])
}

function rangeOf(event: RunEvent): { base: string; head: string } | undefined {
  const request = event.payload.pull_request as { base?: { sha?: string } } | undefined
  const base = request?.base?.sha ?? (event.name === 'push' ? event.payload.before : undefined)
  return typeof base === 'string' && !/^0*$/.test(base) ? { base, head: event.sha } : undefined
}

/** One commit is enough: the relation and the files come with every page. */
function comparison(event: RunEvent, base: string, head: string): string {
  return `/repos/${event.repository}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}?per_page=1`
}

class GithubError extends Error {
  readonly status: number
  readonly after: number | undefined

  constructor(message: string, status: number, after: number | undefined) {
    super(message)
    this.status = status
    this.after = after
  }
}

/**
 * A question that needs no more than a GET goes over the registries' transport: loading Octokit, and the fetch that comes
 * with it, takes longer than the rest of a merge.
 */
async function ask<T>(event: RunEvent, access: GithubAccess, path: string): Promise<T | undefined> {
  const { clock, signal } = access
  const transport = new Transport({ environment: process.env, signal })
  try {
    return await retry(
      () => once<T>(transport, event, access, path),
      { ...defaultRetry, clock },
      { advise, signal },
    )
  } catch (error) {
    if (signal.aborted) throw new CancelledError()
    if (error instanceof GithubError && error.status === 404) return undefined
    throw new UserError(`GitHub did not answer ${path.split('?')[0]}: ${messageOf(error)}.`, {
      hint: 'The token needs "contents: read"; run the failed jobs again if GitHub had an outage.',
      cause: error,
    })
  } finally {
    transport.close()
  }
}

async function once<T>(
  transport: Transport,
  event: RunEvent,
  access: GithubAccess,
  path: string,
): Promise<T> {
  const headers = {
    Accept: 'application/vnd.github+json',
    Authorization: `Bearer ${access.token}`,
    'X-GitHub-Api-Version': '2022-11-28',
  }
  const url = new URL(`${event.apiUrl}${path}`)
  const {
    status,
    headers: told,
    body,
  } = await transport.send({ method: 'GET', url, headers, limit: LONGEST_ANSWER })
  const text = body.toString()
  if (status === 200) return JSON.parse(text) as T
  throw new GithubError(`status ${status}`, status, waitAskedFor(told, text, access.clock.now()))
}

/** 403 with a wait is GitHub's other way to say 429. */
function advise(error: unknown): RetryAdvice | undefined {
  if (!(error instanceof GithubError)) return {}
  const { status, after } = error
  const passing = status === 429 || status >= 500 || (status === 403 && after !== undefined)
  if (!passing) return undefined
  return after === undefined ? {} : { after }
}
