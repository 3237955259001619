import { fileURLToPath } from 'node:url'
import { UserError } from '../../base/errors.ts'
import { sentence } from '../../base/printable.ts'
import type { OutputStream } from '../../base/process.ts'
import type { CheckServices } from '../check.ts'
import { type Answer, type ProbeEvent, type ProbeJob, probePath } from '../probe-job.ts'
import type { Running } from './subject.ts'

/** A program of ours inside the network namespace of a container: one process waits until it is ready, and asks everything else. */
export interface Probe {
  /** undefined: it answered as asked; else the last answer. */
  ready: Promise<Answer | undefined>
  /** In the order of the requests. */
  answers: readonly Promise<Answer>[]
}

/** It ends with the container, or when the run is cancelled. */
export function startProbe({ container, pid }: Running, job: ProbeJob, services: CheckServices): Probe {
  const { engine, signal } = services
  const ready = Promise.withResolvers<Answer | undefined>()
  const answers = job.requests.map(() => Promise.withResolvers<Answer>())
  const onLine = (line: string, stream: OutputStream) => {
    if (stream !== 'stdout') return
    const event = JSON.parse(line) as ProbeEvent
    if ('index' in event) answers[event.index]?.resolve(event.answer)
    else ready.resolve(event.ready ? undefined : event.last)
  }
  const fail = (error: unknown) => {
    for (const promise of [ready, ...answers]) promise.reject(error)
  }
  // Whoever awaits them hears of a failure; until then it is no unhandled one.
  for (const { promise } of [ready, ...answers]) promise.catch(() => {})
  const over = new AbortController()
  container.ended.finally(() => over.abort()).catch(() => {})
  const [program = '', ...args] = enter(pid)
  const run = engine.run(program, args, {
    env: engine.env,
    input: JSON.stringify(job),
    anyExit: true,
    signal: AbortSignal.any([signal, over.signal]),
    onLine,
  })
  run.then(({ stderr }) => fail(notEntered(stderr)), fail)
  return { ready: ready.promise, answers: answers.map(({ promise }) => promise) }
}

/** Without root's rights, podman lets us into the user namespace that its containers' namespaces belong to. */
function enter(pid: number): string[] {
  const unshare = process.getuid?.() === 0 ? [] : ['podman', 'unshare']
  const program = [process.execPath, fileURLToPath(probePath())]
  return [...unshare, 'nsenter', `--net=/proc/${pid}/ns/net`, '--', ...program]
}

function notEntered(stderr: string): UserError {
  const last = sentence(stderr.trim().split('\n').at(-1) ?? '')
  return new UserError('IMG7302', `The network of the container can't be entered: ${last}`, {
    hint: 'It needs nsenter (of util-linux), and a podman that runs containers on this very machine.',
  })
}
