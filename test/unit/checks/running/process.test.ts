import { expect, test } from '@jest/globals'
import { systemClock } from '../../../../actions/base/clock.ts'
import { silentLog } from '../../../../actions/base/log.ts'
import { process, ready } from '../../../../actions/checks/file/running.ts'
import { configOf } from '../../../../actions/checks/image/config.ts'
import { Results } from '../../../../actions/checks/results.ts'
import { checkProcess } from '../../../../actions/checks/running/process.ts'
import { Subject } from '../../../../actions/checks/running/subject.ts'
import type { Container } from '../../../../actions/engine/container.ts'
import { OutputLines } from '../../../../actions/engine/output-lines.ts'

/** No process has such a number. */
const GONE = 2 ** 30

/** Its process 1 has ended, of which podman has yet to tell. */
class DyingContainer implements Pick<Container, 'lines' | 'ending' | 'ended' | 'isOver'> {
  readonly lines = new OutputLines()
  ending: { exitCode: number } | undefined
  #end!: (ending: { exitCode: number }) => void
  readonly ended = new Promise<{ exitCode: number }>((resolve) => {
    this.#end = resolve
  })

  async isOver(): Promise<boolean> {
    this.ending = { exitCode: 3 }
    this.#end(this.ending)
    return true
  }
}

test('an application that has just ended is not one whose processes are as asked', async () => {
  const results = new Results(systemClock)
  const container = new DyingContainer() as unknown as Container
  const about = {
    asked: { ready: ready.parse({ tcp: 80 }) },
    config: configOf({ config: Buffer.from('{}') }),
    title: (name: string) => name,
    path: (...keys: (string | number)[]) => keys,
  }
  const { signal } = new AbortController()
  const services = { results, clock: systemClock, signal, log: silentLog } as never
  const subject = new Subject({ container, pid: GONE }, about, services)
  await checkProcess(subject, process.parse({ uid: 0, gid: 0 }))
  expect(results.list).toMatchObject([
    { status: 'failed', finding: { actual: 'it ended with exit code 3' } },
    { status: 'unchecked' },
  ])
})
