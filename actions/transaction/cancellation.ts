import { CancelledError } from '../base/errors.ts'

/**
 * Between the run's signal and the registries: requests end when the run is cancelled, save while a transaction holds.
 * One handle on the registries serves both, so that connections and tokens are not paid for twice.
 */
export class Cancellation {
  readonly #run: AbortSignal
  readonly #requests = new AbortController()
  #held = false

  constructor(run: AbortSignal) {
    this.#run = run
    run.addEventListener('abort', () => this.#pass(), { once: true })
    this.#pass()
  }

  /** For the requests. */
  get signal(): AbortSignal {
    return this.#requests.signal
  }

  get requested(): boolean {
    return this.#run.aborted
  }

  check(message?: string): void {
    if (this.requested) throw new CancelledError(message)
  }

  /** Lets requests end by themselves until `release`. */
  hold(): void {
    this.check()
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.#pass()
  }

  #pass(): void {
    if (this.#run.aborted && !this.#held) this.#requests.abort(new CancelledError())
  }
}
