import type { Exchange } from '../exchange.ts'
import { Refusal } from '../server.ts'
import type { Flavour } from './flavour.ts'
import { refuse } from './refuse.ts'
import { parseBasic, parseBearer, type Right, type Tokens } from './tokens.ts'

/** What a client must ask for, so that a right is in its token. */
const SCOPE: Readonly<Record<Right, string>> = { pull: 'pull', push: 'pull,push', delete: 'delete' }

/** Lets a request pass or refuses it, and gives out the tokens to pass with. */
export class Guard {
  readonly #flavour: Flavour
  readonly #tokens: Tokens

  constructor(flavour: Flavour, tokens: Tokens) {
    this.#flavour = flavour
    this.#tokens = tokens
  }

  admit(exchange: Exchange, right: Right, repository?: string): void {
    if (this.#flavour.auth === 'basic') {
      this.#admitUser(exchange, right)
      return
    }
    if (this.#flavour.auth === 'none') return
    const token = parseBearer(exchange.header('authorization'))
    const verdict = this.#tokens.judge(token, repository, right)
    if (verdict === 'allowed') return
    if (verdict === 'denied')
      throw refuse(403, 'DENIED', `permission denied: requested access to the resource is denied (${right})`)
    const challenge = [
      `realm="${exchange.url.origin}/token"`,
      `service="${this.#flavour.service}"`,
      ...(repository === undefined ? [] : [`scope="repository:${repository}:${SCOPE[right]}"`]),
      ...(verdict === 'not-asked' ? ['error="insufficient_scope"'] : []),
      ...(token !== undefined && verdict === 'unknown-token' ? ['error="invalid_token"'] : []),
    ]
    throw unauthorized(`Bearer ${challenge.join(',')}`)
  }

  /** Whether this request could also read another repository, as a mount from there needs. */
  mayPull(exchange: Exchange, repository: string): boolean {
    if (this.#flavour.auth !== 'bearer') return true
    return this.#tokens.judge(parseBearer(exchange.header('authorization')), repository, 'pull') === 'allowed'
  }

  #admitUser(exchange: Exchange, right: Right): void {
    const credentials = parseBasic(exchange.header('authorization'))
    const anonymous = credentials === undefined
    if (credentials !== undefined && !this.#tokens.isUser(credentials))
      throw unauthorized('Basic realm="registry"')
    if (this.#tokens.mayUser(right, anonymous)) return
    if (anonymous) throw unauthorized('Basic realm="registry"')
    throw refuse(403, 'DENIED', 'permission denied')
  }

  /** `GET /token`, and for Docker Hub the OAuth2 form too. */
  async giveToken(exchange: Exchange): Promise<void> {
    const form = await this.#tokenRequest(exchange)
    if (form.get('service') !== this.#flavour.service)
      throw new Refusal(400, { details: `unknown service ${form.get('service')}` })
    const credentials =
      parseBasic(exchange.header('authorization')) ??
      (form.has('username')
        ? { user: form.get('username') ?? '', password: form.get('password') ?? '' }
        : undefined)
    if (credentials !== undefined && !this.#tokens.isUser(credentials))
      throw new Refusal(this.#flavour.wrongPassword.status, this.#flavour.wrongPassword.content)
    const issued = this.#tokens.issue(form.getAll('scope'), credentials === undefined)
    const answer = this.#flavour.tellsExpiry ? issued : { token: issued.token }
    await exchange.sendJson(
      200,
      exchange.method === 'POST' ? { ...answer, access_token: issued.token } : answer,
    )
  }

  async #tokenRequest(exchange: Exchange): Promise<URLSearchParams> {
    if (exchange.method === 'GET') return exchange.url.searchParams
    if (exchange.method === 'POST' && this.#flavour.service === 'registry.docker.io')
      return new URLSearchParams(String(await exchange.bytes()))
    throw new Refusal(405, { message: 'method not allowed' })
  }
}

function unauthorized(challenge: string): Refusal {
  return refuse(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge })
}
