import type { Ancestry, Relation } from '../base/ancestry.ts'
import type { Clock } from '../base/clock.ts'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { defaultRetry, type RetryAdvice, retry } from '../base/retry.ts'

export interface GithubAccess {
  token: string
  clock: Clock
  signal: AbortSignal
}

/** GitHub lists no more files of a comparison; a longer list can't be trusted to be whole. */
const FILES_OF_COMPARISON = 300

export function ancestry(event: RunEvent, access: GithubAccess): Ancestry {
  const compare = async (base: string, head: string): Promise<Relation> => {
    if (base === head) return 'identical'
    const found = await request<{ status: Relation }>(event, access, comparison(base, head, 1))
    return found?.status ?? 'diverged'
  }
  return {
    compare,
    head: async (branch) => {
      const path = `/repos/${event.repository}/branches/${encodeURIComponent(branch)}`
      return (await request<{ commit: { sha: string } }>(event, access, path))?.commit.sha
    },
    contains: async (branch, sha) => ['ahead', 'identical'].includes(await compare(sha, branch)),
  }

  function comparison(base: string, head: string, files: number): string {
    return comparePath(event, base, head, files)
  }
}

/** The files that a push or a pull request changed; undefined where GitHub can't tell all of them. */
export async function changedFiles(event: RunEvent, access: GithubAccess): Promise<string[] | undefined> {
  const range = rangeOf(event)
  if (!range) return undefined
  const found = await request<{ files?: { filename: string; previous_filename?: string }[] }>(
    event,
    access,
    comparePath(event, range.base, range.head, FILES_OF_COMPARISON),
  )
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

function comparePath(event: RunEvent, base: string, head: string, files: number): string {
  const names = `${encodeURIComponent(base)}...${encodeURIComponent(head)}`
  return `/repos/${event.repository}/compare/${names}?per_page=${files === 1 ? 1 : 100}`
}

async function request<T>(event: RunEvent, access: GithubAccess, path: string): Promise<T | undefined> {
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(access.token, { baseUrl: event.apiUrl })
  const once = async () => {
    const response = await octokit.request(`GET ${path}`, { request: { signal: access.signal } })
    return response.data as T
  }
  try {
    return await retry(once, { ...defaultRetry, clock: access.clock }, { advise, signal: access.signal })
  } catch (error) {
    if (access.signal.aborted) throw new CancelledError()
    if (statusOf(error) === 404) return undefined
    throw new UserError(`GitHub did not answer ${path.split('?')[0]}: ${messageOf(error)}.`, {
      hint: 'The token needs "contents: read"; run the failed jobs again if GitHub had an outage.',
      cause: error,
    })
  }
}

function advise(error: unknown): RetryAdvice | undefined {
  const status = statusOf(error)
  if (status === undefined || status === 429 || status >= 500) return {}
  return undefined
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown }).status
  return typeof status === 'number' ? status : undefined
}
