import type { Clock } from '../base/clock.ts'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { isLoopback } from '../base/reference.ts'
import { defaultRetry } from '../base/retry.ts'
import { askOnce } from '../registry/ask.ts'
import { RegistryError, retrying } from '../registry/errors.ts'
import { Transport } from '../registry/transport.ts'

export interface GithubAccess {
  token: string
  clock: Clock
  signal: AbortSignal
  log: Log
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

/** `right` is what the token needs, for who lacks it. */
export function openGithub(apiUrl: string, access: GithubAccess, right: string): Github {
  const { token, clock, signal, log } = access
  const transport = new Transport({ environment: process.env, signal })
  const usual = { method: 'GET', limit: LONGEST_ANSWER, kind: 'ghcr', loggedIn: true } as const
  const send = (url: URL, headers: Record<string, string>, expected: number[]) =>
    askOnce({ ...usual, url, headers, expected }, { transport, clock, peer: 'GitHub' })
  const ask = (path: string, expected: number[]) => {
    const headers = {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'X-GitHub-Api-Version': '2022-11-28',
    }
    return send(new URL(`${apiUrl}${path}`), headers, expected)
  }
  const again = async <T>(path: string, once: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await retrying(once, { policy: { ...defaultRetry, clock }, log, signal })
    } catch (error) {
      if (error instanceof CancelledError) throw error
      if (error instanceof RegistryError && (error.status === 404 || error.status === 410)) return undefined
      throw unanswered(path, right, error)
    }
  }
  return {
    get: <T>(path: string) =>
      again(path, async () => JSON.parse((await ask(path, [200])).body.toString()) as T),
    download: (path) =>
      again(path, async () => {
        const { status, headers, body } = await ask(path, [200, 302])
        // The address is signed, and elsewhere: the token stays here.
        return status === 200 ? body : (await send(safeAddress(headers.location), {}, [200])).body
      }),
    close: () => transport.close(),
  }
}

function safeAddress(location: string | undefined): URL {
  const url = new URL(location ?? '')
  if (url.protocol === 'https:' || isLoopback(url.host)) return url
  throw new UserError(`GitHub names ${url.origin}, which is not encrypted.`)
}

function unanswered(path: string, right: string, cause: unknown): UserError {
  return new UserError(`GitHub did not answer ${path.split('?')[0]}: ${messageOf(cause)}`, {
    hint: `The token needs "${right}"; run the failed jobs again if GitHub had an outage.`,
    cause,
  })
}
