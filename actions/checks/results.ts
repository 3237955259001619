import type { Clock } from '../base/clock.ts'
import type { CheckPath, CheckResult, Finding } from './check.ts'

/** Collects what the checks find, whatever order they end in. A check never throws for what the image does wrong. */
export class Results {
  readonly #list: CheckResult[] = []
  readonly #clock: Clock
  readonly #onResult: (result: CheckResult) => void

  constructor(clock: Clock, onResult: (result: CheckResult) => void = () => {}) {
    this.#clock = clock
    this.#onResult = onResult
  }

  /** Runs one check; undefined: all is as asked. Gives whether it passed. */
  async check(
    path: CheckPath,
    name: string,
    body: () => Finding | undefined | Promise<Finding | undefined>,
  ): Promise<boolean> {
    const started = this.#clock.now()
    const finding = await body()
    const milliseconds = this.#clock.now() - started
    this.#add({
      name,
      path,
      status: finding ? 'failed' : 'passed',
      ...(finding ? { finding } : {}),
      milliseconds,
    })
    return finding === undefined
  }

  /** What could not even be asked, as something before it failed. */
  unchecked(path: CheckPath, name: string, reason: string): void {
    this.#add({ name, path, status: 'unchecked', reason, milliseconds: 0 })
  }

  get list(): readonly CheckResult[] {
    return this.#list
  }

  #add(result: CheckResult): void {
    this.#list.push(result)
    this.#onResult(result)
  }
}
