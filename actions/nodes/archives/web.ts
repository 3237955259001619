import { type IncomingMessage, Agent as PlainAgent, request as requestPlain } from 'node:http'
import { request as requestSecure, Agent as SecureAgent } from 'node:https'
import { CancelledError, isUserError, messageOf, UserError } from '../../base/errors.ts'
import { sentence } from '../../base/printable.ts'
import { isLoopback } from '../../base/reference.ts'
import { defaultRetry, type RetryAdvice, retry } from '../../base/retry.ts'
import type { NodeServices } from '../services.ts'

export interface Visit<T> {
  address: URL
  /** What is fetched, in an error's words. */
  what: string
  /** Hosts it may come from, also by a redirect; empty: any. */
  allowHosts: readonly string[]
  receive(incoming: IncomingMessage): Promise<T>
}

/** A server said no. */
export class Refused extends Error {
  readonly status: number
  readonly after: number | undefined

  constructor(status: number, after: number | undefined) {
    super(`The server answered ${status}.`)
    this.status = status
    this.after = after
  }
}

const REDIRECTS = 5
/** Milliseconds without a byte. */
const IDLE = 60_000

/** Gets what an address gives, with redirects and retries; a refusal that no retry cures is thrown as it is. */
export async function visit<T>(to: Visit<T>, services: NodeServices): Promise<T> {
  const { clock, random, log, signal } = services
  const policy = { ...defaultRetry, clock, random }
  try {
    return await retry(() => once(to, services), policy, {
      advise,
      onRetry: (error, _attempt, wait) =>
        log.warn(`${to.what}: ${messageOf(error)} Trying again in ${Math.round(wait / 1000)} s.`),
      signal,
    })
  } catch (error) {
    if (signal.aborted) throw new CancelledError()
    if (isUserError(error) || error instanceof Refused) throw error
    throw new UserError(
      'IMG8503',
      `${to.what} can't be fetched from ${to.address.host}: ${sentence(messageOf(error))}`,
      {
        hint: 'Run this again once the address can be reached.',
        cause: error,
      },
    )
  }
}

function advise(error: unknown): RetryAdvice | undefined {
  if (isUserError(error)) return undefined
  if (!(error instanceof Refused)) return {}
  const passing = error.status >= 500 || error.status === 429 || error.status === 408
  if (!passing) return undefined
  return error.after === undefined ? {} : { after: error.after }
}

async function once<T>(to: Visit<T>, services: NodeServices): Promise<T> {
  let { address } = to
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    judge(address, to)
    const incoming = await open(address, services)
    try {
      const next = redirectOf(incoming, address)
      if (!next) return await receive(incoming, to)
      address = next
    } finally {
      incoming.destroy()
    }
  }
  throw new UserError('IMG8505', `${to.what} is behind more than ${REDIRECTS} redirects.`, {
    hint: 'See where they lead: an address that works gives it sooner.',
  })
}

async function receive<T>(incoming: IncomingMessage, to: Visit<T>): Promise<T> {
  const status = incoming.statusCode ?? 0
  if (status === 200) return await to.receive(incoming)
  const seconds = Number(incoming.headers['retry-after'])
  throw new Refused(status, Number.isFinite(seconds) ? seconds * 1000 : undefined)
}

function redirectOf(incoming: IncomingMessage, from: URL): URL | undefined {
  const { location } = incoming.headers
  if (location === undefined || ![301, 302, 303, 307, 308].includes(incoming.statusCode ?? 0))
    return undefined
  return URL.parse(location, from.href) ?? undefined
}

function judge(address: URL, { what, allowHosts }: Visit<unknown>): void {
  const secure = address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address.host))
  if (!secure || address.username || address.password) {
    throw new UserError(
      'IMG8505',
      `${what} is to come from ${address.protocol}//${address.host}, which is not safe.`,
      {
        hint: 'Tell whoever gives that address: only https:// without a user name is taken.',
      },
    )
  }
  if (allowHosts.length > 0 && !allowHosts.includes(address.host) && !allowHosts.includes(address.hostname)) {
    throw new UserError(
      'IMG8224',
      `${what} is to come from ${address.host}, which is not among the allowed hosts.`,
      {
        hint: 'Add it to allow-hosts, or take that node out.',
      },
    )
  }
}

function open(address: URL, { environment, signal }: NodeServices): Promise<IncomingMessage> {
  const secure = address.protocol === 'https:'
  const proxyEnv = isLoopback(address.host) ? {} : { ...environment }
  const agent = secure ? new SecureAgent({ proxyEnv }) : new PlainAgent({ proxyEnv })
  const headers = { 'User-Agent': 'image-actions', Accept: '*/*' }
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? requestSecure : requestPlain)(address, { agent, headers, signal })
    outgoing.setTimeout(IDLE, () => outgoing.destroy(new Error(`Nothing was heard for ${IDLE / 1000} s.`)))
    outgoing.on('response', resolve)
    outgoing.on('error', reject)
    outgoing.end()
  })
}
