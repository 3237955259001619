import type { Clock } from '../base/clock.ts'
import type { Repository } from '../base/reference.ts'
import { kindOf, type RegistryAccess, speaksHttp } from './access.ts'
import { IN_THE_CLEAR, MALFORMED } from './advice.ts'
import { askOnce } from './ask.ts'
import { Auth } from './auth.ts'
import { RegistryError, redact, refusalOf } from './errors.ts'
import { exchange } from './exchange.ts'
import { apiHost } from './hosts.ts'
import type { Scopes } from './scopes.ts'
import type { Trace } from './trace.ts'
import type { HttpRequest, HttpResponse, Transport } from './transport.ts'
import type { Login, RegistryKind } from './types.ts'

export interface ConnectionOptions {
  host: string
  access: RegistryAccess
  transport: Transport
  clock: Clock
  login(repository: Repository): Promise<Login | undefined>
  trace?: Trace | undefined
}

export interface Answer {
  response: HttpResponse
  /** Where it came from in the end. */
  url: URL
  authorization: string | undefined
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MOST_REDIRECTS = 5

/** One registry: single requests to it, with what it takes to be let in. Retries are the caller's. */
export class Connection {
  readonly kind: RegistryKind
  readonly base: URL
  private readonly options: ConnectionOptions
  private readonly auth: Auth
  private learnt = false
  private learning: Promise<void> | undefined

  constructor(options: ConnectionOptions) {
    const { host, access, login, clock } = options
    this.options = options
    this.kind = kindOf(access, host)
    this.base = new URL(`${speaksHttp(access, host) ? 'http' : 'https'}://${apiHost(host)}/`)
    this.auth = new Auth({
      host,
      clock,
      login: (path) => login({ host, path }),
      mayBePlain: (realm) => speaksHttp(access, realm),
      ask: (request) => this.askForToken(request),
      locks: this.kind === 'dockerhub',
    })
  }

  /** Resolves with a status of `expected`; anything else throws. */
  async send(request: HttpRequest, scopes: Scopes, expected: readonly number[]): Promise<Answer> {
    let answer = await this.firstAnswer(request, scopes)
    // Whoever answers in the registry's place, after a redirect, gets no credentials by asking for them.
    if (answer.response.status === 401 && this.isOwn(answer.url)) {
      const renewed = await this.auth.renewed(answer.response, scopes, answer.authorization)
      if (renewed !== undefined) answer = await this.follow(request, renewed)
    }
    if (expected.includes(answer.response.status)) return answer
    // A token may have been given to nobody in particular.
    const loggedIn = answer.authorization !== undefined && (await this.auth.hasLogin(scopes))
    const asked = { method: request.method, url: answer.url, kind: this.kind, loggedIn }
    throw refusalOf(asked, answer.response, this.options.clock.now())
  }

  /** An address that the registry gave. Behind a proxy that ends TLS, some give their own with http. */
  resolve(location: string, from: URL): URL {
    const url = URL.parse(location, from.href)
    const asked = { method: 'GET', url: from }
    if (!url)
      throw new RegistryError('answered with a Location that is no address.', { ...asked, advice: MALFORMED })
    if (url.host === this.base.host) url.protocol = this.base.protocol
    if (url.protocol === 'https:') return url
    if (url.protocol === 'http:' && speaksHttp(this.options.access, url.host)) return url
    throw new RegistryError(`points to ${redact(url)}, which is not https.`, {
      ...asked,
      advice: IN_THE_CLEAR,
    })
  }

  /** The first request finds out whether credentials are asked for; all others wait for its answer. */
  private async firstAnswer(request: HttpRequest, scopes: Scopes): Promise<Answer> {
    while (this.learning) await this.learning
    if (this.learnt) return this.follow(request, await this.auth.header(scopes))
    const first = this.follow(request, undefined)
    this.learning = first
      .then(({ response, url }) => {
        this.learnt = response.status < 500 && response.status !== 429
        if (response.status === 401 && this.isOwn(url)) this.auth.learn(response)
      })
      .catch(() => {})
      .then(() => {
        this.learning = undefined
      })
    return first
  }

  private async follow(request: HttpRequest, authorization: string | undefined): Promise<Answer> {
    let url = request.url
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const admission: Record<string, string> =
        authorization && this.isOwn(url) ? { Authorization: authorization } : {}
      const response = await exchange(
        { ...request, url, headers: { ...request.headers, ...admission } },
        this.options,
      )
      const { location } = response.headers
      const followed = /^(GET|HEAD)$/.test(request.method) && REDIRECTS.has(response.status)
      if (!followed || location === undefined) return { response, url, authorization }
      url = this.resolve(location, url)
    }
    throw new RegistryError(`redirects more than ${MOST_REDIRECTS} times.`, { ...request, advice: MALFORMED })
  }

  private askForToken(request: HttpRequest): Promise<HttpResponse> {
    const loggedIn = request.method === 'POST' || 'Authorization' in request.headers
    return askOnce({ ...request, kind: this.kind, loggedIn, expected: [200] }, this.options)
  }

  private isOwn(url: URL): boolean {
    return url.origin === this.base.origin
  }
}
