import { formatDuration } from '../../base/units.ts'
import type { NodeServices } from '../services.ts'
import type { RestoreReport } from './job.ts'

/** What is done, told with its time when it is done. */
export class Steps {
  readonly list: RestoreReport['steps'] = []
  readonly #services: Pick<NodeServices, 'clock' | 'log'>

  constructor(services: Pick<NodeServices, 'clock' | 'log'>) {
    this.#services = services
  }

  async take<T>(name: string, work: () => Promise<T>, what: (result: T) => string | undefined): Promise<T> {
    const { clock, log } = this.#services
    const started = clock.now()
    const result = await work()
    const milliseconds = clock.now() - started
    const told = what(result)
    if (told === undefined) return result
    this.list.push({ name, milliseconds, what: told })
    log.info(`${told} in ${formatDuration(milliseconds)}`)
    return result
  }
}
