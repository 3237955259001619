import type { Clock } from '../base/clock.ts'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { sentence } from '../base/printable.ts'
import { isLoopback } from '../base/reference.ts'
import { defaultRetry } from '../base/retry.ts'
import { askOnce } from '../registry/ask.ts'
import { RegistryError, retrying } from '../registry/errors.ts'
import { type HttpResponse, Transport } from '../registry/transport.ts'

export interface GithubAccess {
  /** Empty: as anybody, who may read what is public, and not often. */
  token: string
  clock: Clock
  signal: AbortSignal
  log: Log
}

/**
 * A few plain requests go over the registries' transport: loading Octokit, and the fetch that comes with it, takes longer
 * than the rest of a merge. Undefined: there is no such thing.
 */
export interface Github {
  get<T>(path: string): Promise<T | undefined>
  /** Changes something; undefined where GitHub refuses with one of these statuses. */
  send<T>(change: GithubChange, refusals?: readonly number[]): Promise<T | undefined>
  /** What the address that GitHub sends us on to holds. */
  download(path: string): Promise<Buffer | undefined>
  close(): void
}

export interface GithubChange {
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
}

/** With three hundred files and their patches, an answer has a few megabytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024
const GONE = [404, 410]
/** A repository that was renamed, or moved to another owner. */
const MOVED = [301, 302, 307, 308]
/** No repository moves that often in a row. */
const MOST_MOVES = 3

/** `right` is what the token needs, for who lacks it. */
export function openGithub(apiUrl: string, access: GithubAccess, right: string): Github {
  const { token, clock, signal, log } = access
  const transport = new Transport({ environment: process.env, signal })
  const usual = { limit: LONGEST_ANSWER, kind: 'ghcr', loggedIn: token !== '' } as const
  const send = (
    question: { url: URL; method?: string; body?: Uint8Array },
    headers: Record<string, string>,
    expected: readonly number[],
  ) =>
    askOnce({ ...usual, method: 'GET', ...question, headers, expected }, { transport, clock, peer: 'GitHub' })
  const headers = {
    Accept: 'application/vnd.github+json',
    ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
    'X-GitHub-Api-Version': '2022-11-28',
  }
  const addressOf = (path: string) => new URL(`${apiUrl}${path}`)
  const read = async (path: string): Promise<HttpResponse> => {
    let url = addressOf(path)
    for (let moves = 0; ; moves++) {
      const expected = moves < MOST_MOVES ? [200, ...MOVED] : [200]
      const answer = await send({ url }, headers, expected)
      if (answer.status === 200) return answer
      url = sameHost(url, answer.headers.location)
    }
  }
  const again = async <T>(
    path: string,
    once: () => Promise<T>,
    refusals: readonly number[],
  ): Promise<T | undefined> => {
    try {
      return await retrying(once, { policy: { ...defaultRetry, clock }, log, signal })
    } catch (error) {
      // What is told in words of its own is not told as an outage.
      if (error instanceof CancelledError || isOurs(error)) throw error
      if (error instanceof RegistryError && refusals.includes(error.status ?? 0)) return undefined
      throw unanswered(path, right, error)
    }
  }
  return {
    get: <T>(path: string) => again(path, async () => contentOf<T>(await read(path)), GONE),
    send: <T>({ method, path, body }: GithubChange, refusals: readonly number[] = []) => {
      const bytes = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }
      const all = { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) }
      const question = { method, url: addressOf(path), ...bytes }
      return again(path, async () => contentOf<T>(await send(question, all, [200, 201, 204])), refusals)
    },
    download: (path) =>
      again(
        path,
        async () => {
          const { status, headers: said, body } = await send({ url: addressOf(path) }, headers, [200, 302])
          // The address is signed, and elsewhere: the token stays here.
          return status === 200 ? body : (await send({ url: safeAddress(said.location) }, {}, [200])).body
        },
        GONE,
      ),
    close: () => transport.close(),
  }
}

function isOurs(error: unknown): boolean {
  return error instanceof UserError && !(error instanceof RegistryError)
}

function contentOf<T>({ body }: HttpResponse): T {
  return (body.length === 0 ? {} : JSON.parse(body.toString())) as T
}

/** The token goes along, so it stays at GitHub. */
function sameHost(from: URL, location: string | undefined): URL {
  const url = new URL(location ?? '', from)
  if (url.origin === from.origin) return url
  throw new UserError('IMG9302', `GitHub names ${url.origin} in the place of ${from.origin}.`, {
    hint: 'The token stays here. See what stands between this runner and GitHub.',
  })
}

function safeAddress(location: string | undefined): URL {
  const url = new URL(location ?? '')
  if (url.protocol === 'https:' || isLoopback(url.host)) return url
  throw new UserError('IMG9302', `GitHub names ${url.origin}, which is not encrypted.`, {
    hint: 'See what stands between this runner and GitHub.',
  })
}

function unanswered(path: string, right: string, cause: unknown): UserError {
  return new UserError(
    'IMG9301',
    `GitHub did not answer ${path.split('?')[0]}: ${sentence(messageOf(cause))}`,
    {
      hint: `The token needs "${right}"; run the failed jobs again if GitHub had an outage.`,
      cause,
    },
  )
}
