import { randomBytes } from 'node:crypto'

export type Right = 'pull' | 'push' | 'delete'

export interface Credentials {
  user: string
  password: string
}

export interface TokenOptions {
  credentials: Credentials | undefined
  /** What the credentials allow; a token silently carries no more. */
  rights: readonly Right[]
  /** Without credentials nothing can be read either. */
  private: boolean
  /** Milliseconds. */
  lifetime: number
  now(): number
}

interface Token {
  expires: number
  asked: ReadonlyMap<string, ReadonlySet<string>>
  anonymous: boolean
}

export type Verdict = 'allowed' | 'unknown-token' | 'not-asked' | 'denied'

/** The token service's memory: who may do what, and until when. */
export class Tokens {
  readonly #options: TokenOptions
  readonly #tokens = new Map<string, Token>()

  constructor(options: TokenOptions) {
    this.#options = options
  }

  isUser(credentials: Credentials): boolean {
    const known = this.#options.credentials
    return known !== undefined && known.user === credentials.user && known.password === credentials.password
  }

  issue(
    scopes: readonly string[],
    anonymous: boolean,
  ): { token: string; expires_in: number; issued_at: string } {
    const now = this.#options.now()
    const token = randomBytes(24).toString('base64url')
    this.#tokens.set(token, { expires: now + this.#options.lifetime, asked: parseScopes(scopes), anonymous })
    return {
      token,
      expires_in: Math.round(this.#options.lifetime / 1000),
      issued_at: new Date(now).toISOString(),
    }
  }

  judge(token: string | undefined, repository: string | undefined, right: Right): Verdict {
    const known = this.#tokens.get(token ?? '')
    if (known === undefined || known.expires <= this.#options.now()) return 'unknown-token'
    if (repository === undefined) return 'allowed'
    const asked = known.asked.get(repository)
    if (!asked?.has(right) && !asked?.has('*')) return 'not-asked'
    return this.mayUser(right, known.anonymous) ? 'allowed' : 'denied'
  }

  mayUser(right: Right, anonymous: boolean): boolean {
    return anonymous ? right === 'pull' && !this.#options.private : this.#options.rights.includes(right)
  }

  expireAll(): void {
    this.#tokens.clear()
  }
}

/** `repository:owner/app:pull,push`, several of them in one parameter or in many. */
function parseScopes(scopes: readonly string[]): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>()
  for (const scope of scopes.flatMap((text) => text.split(' '))) {
    const [type, name, actions] = scope.split(':')
    if (type !== 'repository' || name === undefined) continue
    const rights = asked.get(name) ?? new Set<string>()
    for (const action of actions?.split(',') ?? []) rights.add(action)
    asked.set(name, rights)
  }
  return asked
}

export function parseBasic(header: string | undefined): Credentials | undefined {
  const [scheme, encoded] = (header ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'basic') return undefined
  const [user = '', ...password] = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .split(':')
  return { user, password: password.join(':') }
}

export function parseBearer(header: string | undefined): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1]
}
