import type { Clock } from '../base/clock.ts'

export interface Fetched {
  text: string
  /** Shortly before the token really ends. */
  expires: number
}

interface Token {
  value: Promise<string>
  /** Absent, while it is being fetched. */
  fetched?: Fetched
}

/** Tokens by what they allow, each kept until it ends. Requests that need the same one share it, and its fetching. */
export class Tokens {
  readonly #clock: Clock
  readonly #kept = new Map<string, Token>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(key: string, fetch: () => Promise<Fetched>): Promise<string> {
    const kept = this.#kept.get(key)
    if (kept && !this.#hasEnded(kept)) return kept.value
    const value = fetch().then((fetched) => {
      token.fetched = fetched
      return fetched.text
    })
    const token: Token = { value }
    value.catch(() => {
      if (this.#kept.get(key) === token) this.#kept.delete(key)
    })
    this.#kept.set(key, token)
    return value
  }

  /** Whatever its lifetime, the registry does not take it any more. */
  forget(text: string): void {
    for (const [key, { fetched }] of this.#kept) if (fetched?.text === text) this.#kept.delete(key)
  }

  #hasEnded({ fetched }: Token): boolean {
    return fetched !== undefined && fetched.expires <= this.#clock.now()
  }
}
