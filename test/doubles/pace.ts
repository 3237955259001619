import { setTimeout as delay } from 'node:timers/promises'

/** Below this a wait costs more than it slows: timers are no finer. */
const SHORTEST_WAIT = 4

/** One direction of a server's line: everybody who sends through it shares its bytes per second. */
export class Pace {
  readonly #perMillisecond: number
  #freeAt = 0

  constructor(bytesPerSecond: number) {
    this.#perMillisecond = bytesPerSecond / 1000
  }

  async take(bytes: number): Promise<void> {
    const now = performance.now()
    this.#freeAt = Math.max(now, this.#freeAt) + bytes / this.#perMillisecond
    const wait = this.#freeAt - now
    if (wait >= SHORTEST_WAIT) await delay(wait)
  }
}
