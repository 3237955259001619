import { type ErrorCode, UserError } from '../base/errors.ts'

/** No request is left to make: whoever meets this stops where it is, and a later run goes on. */
export class BudgetSpent extends UserError {
  constructor(code: ErrorCode, message: string, options: { hint: string }) {
    super(code, message, options)
    this.name = 'BudgetSpent'
  }
}

/** How many requests may still be made to registries' own APIs, which count them by the hour. */
export class Budget {
  readonly #most: number
  #spent = 0
  #held = 0
  #lifted = false

  constructor(most: number) {
    this.#most = most
  }

  get spent(): number {
    return this.#spent
  }

  /** So many stay in hand until `release`, for what has to come last. */
  hold(requests: number): void {
    this.#check(requests)
    this.#held = requests
  }

  release(): void {
    this.#held = 0
  }

  /** What nobody may stop short of, such as bringing back what a tag needs, is only counted. */
  async lift<T>(work: () => Promise<T>): Promise<T> {
    this.#lifted = true
    try {
      return await work()
    } finally {
      this.#lifted = false
    }
  }

  /** Before each request. */
  spend(): void {
    this.#check(this.#held)
    this.#spent++
  }

  /** Before several requests of which the first is of no use without the last. */
  reserve(requests: number): void {
    this.#check(this.#held + requests - 1)
  }

  #check(held: number): void {
    if (!this.#lifted && this.#spent >= this.#most - held)
      throw new BudgetSpent('IMG5401', `The budget of ${this.#most} requests is spent.`, {
        hint: 'A later run goes on from here; "max-requests" allows more.',
      })
  }
}
