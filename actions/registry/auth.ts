import type { Clock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import { basicOf } from './access.ts'
import { type Challenge, parseChallenges } from './challenge.ts'
import { RegistryError, redact } from './errors.ts'
import { formatScopes, type Scopes } from './scopes.ts'
import type { HttpRequest, HttpResponse } from './transport.ts'
import type { Login } from './types.ts'

export interface AuthOptions {
  host: string
  /** One request to the token service; throws on any refusal. */
  ask(request: HttpRequest): Promise<HttpResponse>
  login(path: string): Promise<Login | undefined>
  /** Whether credentials may go to this host in the clear. */
  mayBePlain(host: string): boolean
  clock: Clock
  /** Each login that is refused brings the account closer to being locked. */
  locks?: boolean
}

interface Token {
  value: Promise<string>
  /** Known once it has come. */
  text?: string
  /** Shortly before the token really ends; never, while it is being fetched. */
  expires: number
}

/** Without a word from the token service, a token lasts this many seconds, says the specification. */
const USUAL_LIFETIME = 60
/** A request that takes long must not meet the end of its token. */
const SAFE_SHARE = 0.9

/** Credentials and tokens for one registry. Requests that need the same token share one. */
export class Auth {
  private readonly options: AuthOptions
  private readonly tokens = new Map<string, Token>()
  /** By login: rejected once it was refused. */
  private readonly accepted = new Map<string, Promise<unknown>>()
  private challenge: Challenge | undefined

  constructor(options: AuthOptions) {
    this.options = options
  }

  /** The header to send; nothing while the registry has not asked for one. */
  async header(scopes: Scopes): Promise<string | undefined> {
    if (!this.challenge) return undefined
    const login = await this.options.login(scopes.path)
    if (this.challenge.scheme === 'bearer') {
      return `Bearer ${await this.token(this.challenge, formatScopes(scopes, login !== undefined), login)}`
    }
    return login && 'password' in login ? `Basic ${basicOf(login)}` : undefined
  }

  async hasLogin(scopes: Scopes): Promise<boolean> {
    return (await this.options.login(scopes.path)) !== undefined
  }

  /** Takes note of how the registry wants to be asked; false: it doesn't say. */
  learn(response: HttpResponse): boolean {
    const challenges = parseChallenges(response.headers['www-authenticate'] ?? '')
    const asked =
      challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm) ??
      challenges.find(({ scheme }) => scheme === 'basic')
    if (asked) this.challenge = asked
    return asked !== undefined
  }

  /** After a 401: a header other than the one refused, if there is any to be had. */
  async renewed(
    response: HttpResponse,
    scopes: Scopes,
    refused: string | undefined,
  ): Promise<string | undefined> {
    if (!this.learn(response)) return undefined
    for (const [key, token] of this.tokens) if (`Bearer ${token.text}` === refused) this.tokens.delete(key)
    const header = await this.header(scopes)
    return header === refused ? undefined : header
  }

  private token(challenge: Challenge, scopes: string[], login: Login | undefined): Promise<string> {
    const key = scopes.join(' ')
    const cached = this.tokens.get(key)
    if (cached && cached.expires > this.options.clock.now()) return cached.value
    const token: Token = { expires: Number.POSITIVE_INFINITY, value: Promise.resolve('') }
    token.value = this.fetch(challenge, scopes, login).then(({ text, expires }) => {
      token.text = text
      token.expires = expires
      return text
    })
    token.value.catch(() => {
      if (this.tokens.get(key) === token) this.tokens.delete(key)
    })
    this.tokens.set(key, token)
    return token.value
  }

  private async fetch(challenge: Challenge, scopes: string[], login: Login | undefined) {
    const asked = this.options.clock.now()
    const realm = this.realmOf(challenge)
    const request = tokenRequest(realm, challenge.parameters.service, scopes, login)
    const { text, seconds } = readToken(await this.ask(request, login), request)
    return { text, expires: asked + seconds * 1000 * SAFE_SHARE }
  }

  /** Where refusals lock, others wait for the first answer to their login, and a refused one is not tried again. */
  private async ask(request: HttpRequest, login: Login | undefined): Promise<HttpResponse> {
    if (!this.options.locks || !login) return this.options.ask(request)
    const key = JSON.stringify(login)
    const first = this.accepted.get(key)
    await first
    const asking = this.options.ask(request)
    const judged = asking.catch((error: unknown) => {
      if (error instanceof RegistryError && error.status === 401) this.accepted.set(key, judged)
      else if (this.accepted.get(key) === judged) this.accepted.delete(key)
      throw error
    })
    judged.catch(() => {})
    if (!first) this.accepted.set(key, judged)
    return asking
  }

  private realmOf(challenge: Challenge): URL {
    const realm = URL.parse(challenge.parameters.realm ?? '')
    if (realm?.protocol === 'https:') return realm
    if (realm?.protocol === 'http:' && this.options.mayBePlain(realm.host)) return realm
    throw new UserError(
      `${this.options.host} wants credentials sent to ${realm ? redact(realm) : 'an address that is none'}.`,
      { hint: 'They go over https only; list hosts that can do without in insecure-registries.' },
    )
  }
}

function tokenRequest(
  realm: URL,
  service: string | undefined,
  scopes: string[],
  login: Login | undefined,
): HttpRequest {
  const fields = new URLSearchParams(service === undefined ? {} : { service })
  if (login && 'identityToken' in login) {
    fields.set('scope', scopes.join(' '))
    fields.set('client_id', 'image-actions')
    fields.set('grant_type', 'refresh_token')
    fields.set('refresh_token', login.identityToken)
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', url: realm, headers, body: Buffer.from(String(fields)) }
  }
  const url = new URL(realm)
  for (const [name, value] of fields) url.searchParams.append(name, value)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  return { method: 'GET', url, headers: login ? { Authorization: `Basic ${basicOf(login)}` } : {} }
}

function readToken(response: HttpResponse, request: HttpRequest): { text: string; seconds: number } {
  const answer = parseObject(response.body)
  const text = answer.token || answer.access_token
  if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text)) {
    throw new RegistryError('answered without a token.', request)
  }
  const seconds = Number(answer.expires_in)
  return { text, seconds: seconds > 0 ? seconds : USUAL_LIFETIME }
}

function parseObject(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
