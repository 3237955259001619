import { CancelledError } from '../../base/errors.ts'
import type { Container } from '../../engine/container.ts'
import type { CheckPath, CheckServices, Finding } from '../check.ts'
import type { RunChecks } from '../file/running.ts'
import type { ImageConfig } from '../image/config.ts'
import { endedFinding, logOf } from './ending.ts'

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

  /** One check, with the last lines of the container where it has none to show. Once the container has ended, the first one says so, and the others are not asked any more. */
  async check(
    keys: CheckPath,
    name: string,
    body: (signal: AbortSignal) => Promise<Finding | undefined>,
  ): Promise<void> {
    await this.#unlessEnded(keys, name, async () => {
      const finding = await whileRunning(this.running.container, this.services.signal, body)
      if (!finding) return undefined
      const { container } = this.running
      const ended = await this.#endFinding()
      if (ended || finding === ENDED) return ended
      const { log = logOf(container).log ?? [], ...told } = finding
      return log.length === 0 ? told : { ...told, log }
    })
  }

  /** The same for what ends it. */
  async checkEnd(keys: CheckPath, name: string, body: () => Promise<Finding | undefined>): Promise<void> {
    await this.#unlessEnded(keys, name, async () => (await this.#endFinding()) ?? body())
  }

  async #unlessEnded(keys: CheckPath, name: string, body: () => Promise<Finding | undefined>): Promise<void> {
    const [path, title] = [this.about.path(...keys), this.about.title(name)]
    const { results } = this.services
    if (this.#endTold) results.unchecked(path, title, 'the container had ended')
    else await results.check(path, title, body)
  }

  async #endFinding(): Promise<Finding | undefined> {
    const { container } = this.running
    if (!(await container.isOver())) return undefined
    this.#endTold = true
    return endedFinding(container, 'it keeps running')
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
