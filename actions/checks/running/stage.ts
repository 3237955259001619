import { Container, type ContainerOptions } from '../../engine/container.ts'
import { removeLeftovers } from '../../engine/leftovers.ts'
import type { CheckServices } from '../check.ts'

/** How long to go on removing what is just being started. */
const PATIENCE = 8000
const PAUSE = 50

/** The containers of one verification: whatever is put on it is taken away from it. */
export class Stage {
  readonly #services: CheckServices
  readonly #containers: Container[] = []

  constructor(services: CheckServices) {
    this.#services = services
  }

  /** `what` is its name among the containers of this verification. */
  start(what: string, options: Omit<ContainerOptions, 'name' | 'label'>): Container {
    const { engine, label } = this.#services
    const own = label.slice(label.indexOf('=') + 1).replace(/[^\w.-]+/g, '-')
    const name = `verify-${own}-${what}-${this.#containers.length + 1}`
    const container = new Container(engine, { ...options, name, label }, this.#services)
    this.#containers.push(container)
    return container
  }

  /** Before its end, as it is in the way of others. */
  async remove(container: Container): Promise<void> {
    if (container.ending) return
    const { engine } = this.#services
    const args = ['rm', '--force', '--volumes', '--ignore', '--time', '0', container.name]
    await engine.run('podman', args, { env: engine.env, anyExit: true, finishing: true })
    await container.ended
  }

  /** Also in the midst of a start: a container that isn't there yet is removed as soon as it is. */
  async close(): Promise<void> {
    const { engine, label, clock } = this.#services
    const all = Promise.allSettled(this.#containers.map(({ ended }) => ended))
    for (const start = clock.now(); ; ) {
      await removeLeftovers(engine, label)
      if (await isDone(all, clock.sleep(PAUSE))) return
      if (clock.now() - start > PATIENCE) break
    }
    for (const container of this.#containers) container.abandon()
    await all
    await removeLeftovers(engine, label)
  }
}

async function isDone(work: Promise<unknown>, pause: Promise<void>): Promise<boolean> {
  return Promise.race([work.then(() => true), pause.then(() => false)])
}
