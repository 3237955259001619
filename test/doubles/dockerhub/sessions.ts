import { randomBytes } from 'node:crypto'
import type { Exchange } from '../exchange.ts'
import type { RegistryDouble } from '../registry/index.ts'
import { Refusal } from '../server.ts'
import { notFound } from './refuse.ts'

type Right = 'read' | 'write' | 'delete'

const LIFETIME = 10 * 60_000
const FAILURES_ALLOWED = 5

/** Logins and the tokens they give; too many wrong passwords lock the account for ten minutes. */
export class Sessions {
  readonly #registry: RegistryDouble
  readonly #rights: readonly Right[]
  readonly #tokens = new Map<string, { expires: number; organization: boolean }>()
  #failures: number[] = []

  constructor(registry: RegistryDouble, rights: readonly Right[]) {
    this.#registry = registry
    this.#rights = rights
  }

  async giveToken(exchange: Exchange): Promise<void> {
    const { identifier, secret } = (await exchange.json()) as { identifier?: string; secret?: string }
    await exchange.sendJson(200, { access_token: this.#open(identifier, secret) })
  }

  async login(exchange: Exchange): Promise<void> {
    const { username, password } = (await exchange.json()) as { username?: string; password?: string }
    if (isOfOrganization(password)) throw wrongPassword()
    await exchange.sendJson(200, { token: this.#open(username, password) })
  }

  admit(exchange: Exchange, right: Right): void {
    const header = exchange.header('authorization')
    if (header === undefined && right === 'read') {
      if (this.#registry.private) throw notFound()
      return
    }
    const token = /^(?:bearer|jwt) (\S+)$/i.exec(header ?? '')?.[1] ?? ''
    const known = this.#tokens.get(token)
    if (known === undefined || known.expires <= this.#registry.now())
      throw new Refusal(401, { detail: 'unauthorized', message: 'unauthorized' })
    if (known.organization && right !== 'read')
      throw denied('token issued from organization access token is not allowed')
    if (!this.#rights.includes(right)) throw denied('access denied: insufficient scope')
  }

  expireAll(): void {
    this.#tokens.clear()
  }

  #open(user: string | undefined, password: string | undefined): string {
    const now = this.#registry.now()
    this.#failures = this.#failures.filter((failure) => failure > now - LIFETIME)
    const known = this.#registry.credentials
    const right = known !== undefined && known.user === user && known.password === password
    if (!right || this.#failures.length >= FAILURES_ALLOWED) {
      this.#failures.push(now)
      throw wrongPassword()
    }
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { exp: Math.floor((now + LIFETIME) / 1000), username: user }
    const token = `${part({ alg: 'RS256' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`
    this.#tokens.set(token, { expires: now + LIFETIME, organization: isOfOrganization(password) })
    return token
  }
}

function isOfOrganization(secret: string | undefined): boolean {
  return secret?.startsWith('dckr_oat_') ?? false
}

function denied(message: string): Refusal {
  return new Refusal(403, { errinfo: {}, detail: message, message })
}

function wrongPassword(): Refusal {
  return new Refusal(401, { detail: 'Incorrect authentication credentials' })
}
