import type { Clock } from '../../base/clock.ts'

/** In any minute. */
export interface PaceLimits {
  /** A request that reads costs one, any other five. */
  points: number
  /** Requests that change something; these also keep their distance. */
  changes: number
}

/** GitHub's secondary limits are 900 points and 80 changes a minute: others use the same token, and clocks differ. */
export const GITHUB_PACE: PaceLimits = { points: 800, changes: 75 }

const MINUTE = 60_000

/** When each request may start, so that a minute never has more of them than GitHub takes; first come, first served. */
export class Pace {
  readonly #clock: Clock
  readonly #limits: PaceLimits
  #started: { at: number; points: number }[] = []
  #lastStart = 0
  #nextChange = 0
  #pausedUntil = 0

  constructor(clock: Clock, limits: PaceLimits = GITHUB_PACE) {
    this.#clock = clock
    this.#limits = limits
  }

  async take(method: string, signal?: AbortSignal): Promise<void> {
    await this.#until(() => this.#pausedUntil, signal)
    const start = this.#reserve(method !== 'GET' && method !== 'HEAD')
    // A pause may begin while this one waits.
    await this.#until(() => Math.max(start, this.#pausedUntil), signal)
  }

  /** Nobody starts before this many milliseconds have passed. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds)
  }

  #reserve(change: boolean): number {
    const points = change ? 5 : 1
    let start = Math.max(this.#clock.now(), this.#lastStart, change ? this.#nextChange : 0)
    const within = this.#started.filter(({ at }) => at > start - MINUTE)
    let sum = within.reduce((total, each) => total + each.points, 0)
    while (sum + points > this.#limits.points) {
      const oldest = within.shift()
      if (!oldest) break
      sum -= oldest.points
      start = Math.max(start, oldest.at + MINUTE)
    }
    this.#started = [...within, { at: start, points }]
    this.#lastStart = start
    if (change) this.#nextChange = start + MINUTE / this.#limits.changes
    return start
  }

  async #until(time: () => number, signal: AbortSignal | undefined): Promise<void> {
    for (let wait = time() - this.#clock.now(); wait > 0; wait = time() - this.#clock.now()) {
      await this.#clock.sleep(wait, signal)
    }
  }
}
