import type { CheckServices, Finding } from '../check.ts'
import type { HttpCheck } from '../file/running.ts'
import { httpFinding, requestOf, spokenError } from './http.ts'
import { readListeners } from './listeners.ts'
import { noPort, usualPort } from './ports.ts'
import { type Probe, startProbe } from './probe.ts'
import { readyJob } from './ready.ts'
import type { About, Running } from './subject.ts'

const REQUEST_TIMEOUT = 10_000

/** All that an application is asked over HTTP, by one process: when it is ready, and then what it answers. */
export class Conversation {
  readonly probe: Probe
  readonly #running: Running
  readonly #about: About
  /** Which answer belongs to which check: one that nobody knows a port for is not asked. */
  readonly #places: readonly number[]

  constructor(running: Running, about: About, services: CheckServices) {
    this.#running = running
    this.#about = about
    const { http = [], ready } = about.asked
    const usual = usualPort(about.asked, about.config)
    const asked = http.flatMap((check, index) => {
      const port = check.port ?? usual
      return port === undefined ? [] : [{ index, request: requestOf(check, port) }]
    })
    this.#places = asked.map(({ index }) => index)
    const first = ready && usual !== undefined ? readyJob(ready, usual) : undefined
    const requests = asked.map(({ request }) => request)
    const job = { ...(first ? { ready: first } : {}), requests, timeout: REQUEST_TIMEOUT }
    this.probe = startProbe(running, job, services)
  }

  async finding(check: HttpCheck, index: number): Promise<Finding | undefined> {
    const answer = await this.probe.answers[this.#places.indexOf(index)]
    if (!answer) return noPort(this.#about.config)
    if ('status' in answer) return httpFinding(check, answer)
    const port = check.port ?? usualPort(this.#about.asked, this.#about.config) ?? 0
    const listeners = await readListeners(this.#running.pid)
    return {
      expected: `status ${check.status.join(' or ')}`,
      actual: spokenError(answer, port, listeners),
      ...(this.#about.asked.ready ? {} : { hint: 'Say under "ready" when it can be asked.' }),
    }
  }
}
