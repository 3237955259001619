import type { OutgoingHttpHeaders } from 'node:http'

/** So many requests an hour; what is left is told with every answer. */
export class Budget {
  readonly #limit: number
  readonly #now: () => number
  #used = 0
  #reset: number

  constructor(limit: number, now: () => number = Date.now) {
    this.#limit = limit
    this.#now = now
    this.#reset = now() + 3_600_000
  }

  /** False once the budget is used up. */
  spend(): boolean {
    if (this.#now() >= this.#reset) {
      this.#used = 0
      this.#reset = this.#now() + 3_600_000
    }
    this.#used += 1
    return this.#used <= this.#limit
  }

  /** Seconds since 1970. */
  get reset(): number {
    return Math.ceil(this.#reset / 1000)
  }

  headers(): OutgoingHttpHeaders {
    return {
      'x-ratelimit-limit': this.#limit,
      'x-ratelimit-remaining': Math.max(this.#limit - this.#used, 0),
      'x-ratelimit-used': this.#used,
      'x-ratelimit-reset': this.reset,
    }
  }
}
