import type { ProcessCheck } from '../file/running.ts'
import { type Aspect, aspectsOf } from './aspects.ts'
import { watch } from './patience.ts'
import { type ContainerProcess, readProcesses } from './processes.ts'
import type { Subject } from './subject.ts'

/** Where nothing says when the application is ready, an entrypoint may still be on its way to it. */
const SETTLING = { limit: 5000, interval: 200, first: 200 }

/** Whom process 1 and every other runs as, as the kernel says it. */
export async function checkProcess(subject: Subject, asked: ProcessCheck): Promise<void> {
  const aspects = aspectsOf(asked)
  const processes = await look(subject, aspects)
  // Of none nothing could be wrong: then it has ended, and its podman may be yet to hear of that.
  if (processes.length === 0) await subject.running.container.isOver()
  for (const { key, name, finding } of aspects)
    await subject.check(['process', key], name, async () => finding(processes))
}

async function look(subject: Subject, aspects: readonly Aspect[]): Promise<ContainerProcess[]> {
  const { clock, signal } = subject.services
  if (subject.about.asked.ready) return readProcesses(subject.running.pid)
  let processes: ContainerProcess[] = []
  let wasRight = false
  const settled = async () => {
    processes = await readProcesses(subject.running.pid)
    const isRight = aspects.every(({ finding }) => !finding(processes))
    const stayed = isRight && wasRight
    wasRight = isRight
    return stayed || (await subject.running.container.isOver()) ? undefined : 'not yet'
  }
  await watch(settled, SETTLING, clock, signal)
  return processes
}
