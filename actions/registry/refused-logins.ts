import { RegistryError } from './errors.ts'
import type { HttpResponse } from './transport.ts'
import type { Login } from './types.ts'

/**
 * Each login that is refused brings an account closer to being locked: others wait for the first answer to theirs, and a
 * refused one is not tried again.
 */
export class RefusedLogins {
  /** By login: rejected once it was refused. */
  readonly #accepted = new Map<string, Promise<unknown>>()

  async guard(login: Login, ask: () => Promise<HttpResponse>): Promise<HttpResponse> {
    const key = JSON.stringify(login)
    const first = this.#accepted.get(key)
    await first
    const asking = ask()
    const judged = asking.catch((error: unknown) => {
      if (error instanceof RegistryError && error.status === 401) this.#accepted.set(key, judged)
      else if (this.#accepted.get(key) === judged) this.#accepted.delete(key)
      throw error
    })
    judged.catch(() => {})
    if (!first) this.#accepted.set(key, judged)
    return asking
  }
}
