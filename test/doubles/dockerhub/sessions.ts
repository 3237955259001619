import { randomBytes } from 'node:crypto'
import type { Exchange } from '../exchange.ts'
import type { Credentials } from '../registry/tokens.ts'
import { Refusal } from '../server.ts'

type Right = 'read' | 'write' | 'delete'

const LIFETIME = 10 * 60_000
const FAILURES_ALLOWED = 5

/** Logins and the tokens they give; too many wrong passwords lock the account for ten minutes. */
export class Sessions {
  readonly #credentials: Credentials | undefined
  readonly #rights: readonly Right[]
  readonly #now: () => number
  readonly #tokens = new Map<string, number>()
  #failures: number[] = []

  constructor(credentials: Credentials | undefined, rights: readonly Right[], now: () => number) {
    this.#credentials = credentials
    this.#rights = rights
    this.#now = now
  }

  async giveToken(exchange: Exchange): Promise<void> {
    const { identifier, secret } = (await exchange.json()) as { identifier?: string; secret?: string }
    await exchange.sendJson(200, { access_token: this.#open(identifier, secret) })
  }

  async login(exchange: Exchange): Promise<void> {
    const { username, password } = (await exchange.json()) as { username?: string; password?: string }
    if (password?.startsWith('dckr_oat_')) throw wrongPassword()
    await exchange.sendJson(200, { token: this.#open(username, password) })
  }

  admit(exchange: Exchange, right: Right): void {
    const header = exchange.header('authorization')
    if (header === undefined && right === 'read') return
    const token = /^(?:bearer|jwt) (\S+)$/i.exec(header ?? '')?.[1] ?? ''
    if ((this.#tokens.get(token) ?? 0) <= this.#now())
      throw new Refusal(401, { detail: 'unauthorized', message: 'unauthorized' })
    const message = 'access denied: insufficient scope'
    if (!this.#rights.includes(right)) throw new Refusal(403, { errinfo: {}, detail: message, message })
  }

  expireAll(): void {
    this.#tokens.clear()
  }

  #open(user: string | undefined, password: string | undefined): string {
    const now = this.#now()
    this.#failures = this.#failures.filter((failure) => failure > now - LIFETIME)
    const known = this.#credentials
    const right = known !== undefined && known.user === user && known.password === password
    if (!right || this.#failures.length >= FAILURES_ALLOWED) {
      this.#failures.push(now)
      throw wrongPassword()
    }
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { exp: Math.floor((now + LIFETIME) / 1000), username: user }
    const token = `${part({ alg: 'RS256' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`
    this.#tokens.set(token, now + LIFETIME)
    return token
  }
}

function wrongPassword(): Refusal {
  return new Refusal(401, { detail: 'Incorrect authentication credentials' })
}
