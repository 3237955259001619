import { UserError } from '../base/errors.ts'

/** No request is left to make: whoever meets this stops where it is, and a later run goes on. */
export class BudgetSpent extends UserError {
  constructor(message: string) {
    super(message, { hint: 'A later run goes on from here; “max-requests” allows more.' })
    this.name = 'BudgetSpent'
  }
}

/** How many requests may still be made to registries' own APIs, which count them by the hour. */
export class Budget {
  readonly #most: number
  #spent = 0

  constructor(most: number) {
    this.#most = most
  }

  get spent(): number {
    return this.#spent
  }

  /** Before each request. */
  spend(): void {
    if (this.#spent >= this.#most) throw new BudgetSpent(`The budget of ${this.#most} requests is spent.`)
    this.#spent++
  }
}
