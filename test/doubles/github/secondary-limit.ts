import { refuse } from './access.ts'

const MINUTE = 60_000

interface Spent {
  at: number
  points: number
  writes: number
}

interface Rates {
  /** A GET is one point, whatever changes something five. */
  points: number
  /** Requests that change something. */
  writes: number
}

/** GitHub's limits on a minute, beside the budget of an hour; what was the most in any minute is remembered. */
export class SecondaryLimit {
  readonly #limits: Rates
  readonly #now: () => number
  #minute: Spent[] = []
  readonly #most = { points: 0, writes: 0 }
  #refused = 0

  constructor(now: () => number = Date.now, limits: Rates = { points: 900, writes: 80 }) {
    this.#now = now
    this.#limits = limits
  }

  get most(): Readonly<Rates> {
    return this.#most
  }

  get refused(): number {
    return this.#refused
  }

  spend(method: string): void {
    const at = this.#now()
    const reads = method === 'GET' || method === 'HEAD'
    this.#minute = this.#minute.filter((spent) => at - spent.at < MINUTE)
    this.#minute.push({ at, points: reads ? 1 : 5, writes: reads ? 0 : 1 })
    for (const rate of ['points', 'writes'] as const)
      this.#most[rate] = Math.max(this.#most[rate], this.#sum(rate))
    if (this.#sum('points') <= this.#limits.points && this.#sum('writes') <= this.#limits.writes) return
    this.#refused += 1
    throw refuse(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    )
  }

  #sum(rate: keyof Rates): number {
    return this.#minute.reduce((sum, spent) => sum + spent[rate], 0)
  }
}
