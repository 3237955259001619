import type { Clock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import { basicOf } from './access.ts'
import { IN_THE_CLEAR, MALFORMED } from './advice.ts'
import { type Challenge, parseChallenges } from './challenge.ts'
import { RegistryError, redact } from './errors.ts'
import { RefusedLogins } from './refused-logins.ts'
import { formatScopes, type Scopes } from './scopes.ts'
import { type Fetched, Tokens } from './tokens.ts'
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

/** Without a word from the token service, a token lasts this many seconds, says the specification. */
const USUAL_LIFETIME = 60
/** A request that takes long must not meet the end of its token. */
const SAFE_SHARE = 0.9

/** What lets requests into one registry: how it wants to be asked, and the credentials or tokens for that. */
export class Auth {
  private readonly options: AuthOptions
  private readonly tokens: Tokens
  private readonly refused = new RefusedLogins()
  private challenge: Challenge | undefined

  constructor(options: AuthOptions) {
    this.options = options
    this.tokens = new Tokens(options.clock)
  }

  /** The header to send; nothing while the registry has not asked for one. */
  async header(scopes: Scopes): Promise<string | undefined> {
    if (!this.challenge) return undefined
    const login = await this.options.login(scopes.path)
    const challenge = this.challenge
    if (challenge.scheme === 'bearer') {
      const allowed = formatScopes(scopes, login !== undefined)
      const token = await this.tokens.get(allowed.join(' '), () => this.fetch(challenge, allowed, login))
      return `Bearer ${token}`
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
    this.tokens.forget(refused?.replace(/^Bearer /, '') ?? '')
    const header = await this.header(scopes)
    return header === refused ? undefined : header
  }

  private async fetch(challenge: Challenge, scopes: string[], login: Login | undefined): Promise<Fetched> {
    const asked = this.options.clock.now()
    const realm = this.realmOf(challenge)
    const request = tokenRequest(realm, challenge.parameters.service, scopes, login)
    const { text, seconds } = readToken(await this.ask(request, login), request)
    return { text, expires: asked + seconds * 1000 * SAFE_SHARE }
  }

  private ask(request: HttpRequest, login: Login | undefined): Promise<HttpResponse> {
    const ask = () => this.options.ask(request)
    return this.options.locks && login ? this.refused.guard(login, ask) : ask()
  }

  private realmOf(challenge: Challenge): URL {
    const realm = URL.parse(challenge.parameters.realm ?? '')
    if (realm?.protocol === 'https:') return realm
    if (realm?.protocol === 'http:' && this.options.mayBePlain(realm.host)) return realm
    throw new UserError(
      IN_THE_CLEAR.code,
      `${this.options.host} wants credentials sent to ${realm ? redact(realm) : 'an address that is none'}.`,
      { hint: IN_THE_CLEAR.hint },
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
    throw new RegistryError('answered without a token.', { ...request, advice: MALFORMED })
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
