import { ClientRequest } from 'node:http'

/** What a client waits at most between two attempts. Longer waits are deadlines. */
const LONGEST_PAUSE = 20_000

/**
 * The time of clients that keep it themselves, as those of GitHub's artifacts do, and of connections: pauses take none, and
 * deadlines pass all at once when a server does not answer.
 */
export class Hours {
  readonly #deadlines = new Map<unknown, { stop(): void; giveUp(): void }>()
  readonly #connections = new Map<ClientRequest, () => void>()
  readonly #undo: (() => void)[] = []
  #passed = 0

  /** Until `restore`. */
  take(): void {
    this.#takeTimers()
    this.#takeConnections()
    const now = Date.now
    Date.now = () => now() + this.#passed
    this.#undo.push(() => {
      Date.now = now
    })
  }

  restore(): void {
    this.#forget()
    for (const undo of this.#undo.splice(0)) undo()
  }

  /** Whoever still waits for an answer from this address has waited long enough. */
  pass(path: string): void {
    this.#passed += 600_000
    const waiting = [...this.#connections].filter(([request]) => request.path === path)
    const deadlines = this.#forget().map(({ giveUp }) => giveUp)
    for (const giveUp of [...deadlines, ...waiting.map(([, each]) => each)]) giveUp()
  }

  #forget() {
    const deadlines = [...this.#deadlines.values()]
    this.#deadlines.clear()
    for (const { stop } of deadlines) stop()
    return deadlines
  }

  #takeTimers(): void {
    const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis
    const deadlines = this.#deadlines
    const taken =
      (start: typeof setTimeout) =>
      (callback: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => {
        if (wait <= LONGEST_PAUSE) return start(callback, Math.min(wait, 1), ...args)
        const timer = start(callback, wait, ...args)
        deadlines.set(timer, {
          // What has passed keeps no process alive.
          stop: () => clearTimeout(timer),
          giveUp: () => callback(...args),
        })
        return timer
      }
    const cleared = (stop: typeof clearTimeout) => (timer: NodeJS.Timeout | undefined) => {
      deadlines.delete(timer)
      stop(timer)
    }
    Object.assign(globalThis, {
      setTimeout: taken(setTimeout),
      setInterval: taken(setInterval as typeof setTimeout),
      clearTimeout: cleared(clearTimeout),
      clearInterval: cleared(clearInterval as typeof clearTimeout),
    })
    this.#undo.push(() => Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval }))
  }

  #takeConnections(): void {
    const { setTimeout } = ClientRequest.prototype
    const connections = this.#connections
    ClientRequest.prototype.setTimeout = function (wait, callback) {
      connections.set(this, () => void this.emit('timeout'))
      this.once('close', () => connections.delete(this))
      return setTimeout.call(this, wait, callback)
    }
    this.#undo.push(() => {
      ClientRequest.prototype.setTimeout = setTimeout
    })
  }
}
