import { CancelledError } from '../../base/errors.ts'
import type { Container } from '../../engine/container.ts'
import type { CheckPath, CheckServices, Finding } from '../check.ts'
import type { RunChecks } from '../file/running.ts'
import type { ImageConfig } from '../image/config.ts'
import { endedFinding } from './ending.ts'

/** What is asked of a container that stays. */
export type Asked = Pick<RunChecks, 'ready' | 'process' | 'http' | 'exec' | 'logs' | 'stop'>

/** What a container is asked, and where in the file that stands. */
export interface About {
  asked: Asked
  config: ImageConfig
  title: (name: string) => string
  path: (...keys: CheckPath) => CheckPath
}

export interface Running {
  container: Container
  /** Of its process 1, as this machine counts. */
  pid: number
}

/** A running container and what is asked of it. */
export class Subject {
  readonly running: Running
  readonly about: About
  readonly services: CheckServices
  #endTold = false

  constructor(running: Running, about: About, services: CheckServices) {
    this.running = running
    this.about = about
    this.services = services
  }

  /** One check. Once the container has ended, the first one says so, and the others are not asked any more. */
  async check(
    keys: CheckPath,
    name: string,
    body: (signal: AbortSignal) => Promise<Finding | undefined>,
  ): Promise<void> {
    const { container } = this.running
    await this.checkEnd(keys, name, async () => {
      const finding = await whileRunning(container, this.services.signal, body)
      return finding === ENDED ? endedFinding(container, 'it keeps running') : finding
    })
  }

  /** The same where the container may end. */
  async checkEnd(keys: CheckPath, name: string, body: () => Promise<Finding | undefined>): Promise<void> {
    const [path, title] = [this.about.path(...keys), this.about.title(name)]
    const { results } = this.services
    if (this.#endTold) {
      results.unchecked(path, title, 'the container had ended')
      return
    }
    const hadEnded = this.running.container.ending !== undefined
    if (hadEnded) this.#endTold = true
    await results.check(path, title, body)
  }
}

export const ENDED = Symbol('ended')

/** Does something that needs the container; it is given up when the container ends, and when the run is cancelled. */
export async function whileRunning<T>(
  container: Container,
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | typeof ENDED> {
  if (container.ending) return ENDED
  const over = new AbortController()
  const ended = container.ended.then((): typeof ENDED => {
    over.abort()
    return ENDED
  })
  const working = work(AbortSignal.any([cancelled, over.signal]))
  working.catch(() => {})
  try {
    return await Promise.race([working, ended])
  } catch (error) {
    if (cancelled.aborted) throw new CancelledError()
    throw error
  }
}
