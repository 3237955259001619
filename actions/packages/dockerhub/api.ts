import { UserError } from '../../base/errors.ts'
import { formatRepository, isDockerHub, type Repository } from '../../base/reference.ts'
import { apiOf, speaksHttp } from '../../registry/access.ts'
import type { Advice } from '../../registry/advice.ts'
import { askOnce } from '../../registry/ask.ts'
import { RegistryError, redact, retrying } from '../../registry/errors.ts'
import type { HttpResponse } from '../../registry/transport.ts'
import type { Again } from '../../registry/types.ts'
import { BudgetSpent } from '../budget.ts'
import type { PackageContext } from '../context.ts'

export interface Question {
  method: 'GET' | 'POST' | 'DELETE'
  url: URL
  token?: string
  json?: object
  /** The statuses that are answers; any other is an error. */
  expected: readonly number[]
  again?: Again
}

const USUAL_BASE = 'https://hub.docker.com'
/** A hundred tags of many platforms take some hundred kilobytes. */
const LIMIT = 16 * 1024 * 1024

/** Where a registry of this kind has its API. */
export function baseOf(context: PackageContext, { host }: Repository): URL {
  const address = apiOf(context.access, host) ?? (isDockerHub(host) ? USUAL_BASE : undefined)
  if (address === undefined) {
    // Not Docker Hub's: the password of a mirror is none of its business.
    throw new UserError('IMG5101', `Nothing says where the API of ${host} is.`, {
      hint: `Give its address in "registry-kinds": ${host}=dockerhub https://hub.example.com.`,
    })
  }
  const base = new URL(address)
  if (base.protocol === 'https:' || speaksHttp(context.access, base.host)) return base
  throw new UserError('IMG5102', `Credentials for ${host} would go to ${redact(base)}.`, {
    hint: 'They go over https only; list hosts that can do without in insecure-registries.',
  })
}

/** With retries; each attempt is one request of the budget. */
export async function ask(context: PackageContext, question: Question): Promise<HttpResponse> {
  return limited(context, () =>
    retrying(
      async (attempt) => {
        if (attempt > 1) await question.again?.()
        // What is further away than any wait of ours is not waited for at all.
        return limited(context, () => attemptAt(context, question), context.retry.longest)
      },
      { ...context, policy: context.retry },
    ),
  )
}

/** A limit that outlasts all attempts, or lasts longer than `beyond`, ends this run's work, and is no fault. */
export async function limited<T>(
  context: PackageContext,
  operation: () => Promise<T>,
  beyond = -1,
): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    const isLimit = error instanceof RegistryError && error.status === 429
    throw isLimit && (error.retryAfter ?? 0) > beyond ? limitReached(context, error) : error
  }
}

async function attemptAt(context: PackageContext, question: Question): Promise<HttpResponse> {
  const { method, token, json } = question
  context.budget.spend()
  const headers = {
    Accept: 'application/json',
    ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  }
  const body = json === undefined ? {} : { body: Buffer.from(JSON.stringify(json)) }
  const loggedIn = token !== undefined || method === 'POST'
  const request = {
    ...question,
    headers,
    ...body,
    limit: LIMIT,
    kind: 'dockerhub',
    loggedIn,
    advise,
  } as const
  return askOnce(request, { ...context, peer: 'Docker Hub’s API' })
}

/** Who answered 401 or 403 is the API, which wants other rights than the registry does. */
function advise(status: number, said: string): Advice | undefined {
  if (status === 401) {
    return {
      code: 'IMG5107',
      hint: 'Check the user, and that the token has not expired; it is not tried again, as Docker Hub locks accounts after repeated failures.',
    }
  }
  if (status !== 403) return undefined
  return /organi[sz]ation access token/i.test(said)
    ? {
        code: 'IMG5106',
        hint: 'Use a personal access token with the rights Read, Write, Delete: Docker Hub refuses this to tokens of an organisation.',
      }
    : {
        code: 'IMG5108',
        hint: 'Use an access token with the rights Read, Write, Delete, of a user who may push to this repository.',
      }
}

function limitReached(context: PackageContext, { retryAfter }: RegistryError): BudgetSpent {
  const until = retryAfter === undefined ? undefined : new Date(context.clock.now() + retryAfter)
  return new BudgetSpent(
    'IMG5402',
    `Docker Hub allows no more requests ${until ? `before ${until.toISOString()}` : 'for now'}.`,
    { hint: 'A later run goes on from here.' },
  )
}

/** Of one repository; `tag` is absent for their list. */
export function tagUrl(base: URL, repository: Repository, tag?: string): URL {
  const [namespace, name, ...more] = repository.path.split('/')
  if (namespace === undefined || name === undefined || more.length > 0) {
    throw new UserError('IMG5105', `${formatRepository(repository)} is no repository of Docker Hub.`, {
      hint: 'They are called docker.io/namespace/name.',
    })
  }
  const path = `/v2/namespaces/${namespace}/repositories/${name}/tags`
  return new URL(
    base.href.replace(/\/+$/, '') + path + (tag === undefined ? '' : `/${encodeURIComponent(tag)}`),
  )
}
