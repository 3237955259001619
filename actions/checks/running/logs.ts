import type { LogChecks } from '../file/running.ts'
import { findingOf } from '../text.ts'
import { logOf } from './ending.ts'
import { otherStreamHint, outputFaults, STREAMS, type Stream, streamsOf } from './output.ts'
import { watch } from './patience.ts'
import type { Subject } from './subject.ts'

/** A line may come a moment after what it tells of. */
const LATE = { limit: 2000, interval: 100 }

export function askedStreams(asked: LogChecks): Stream[] {
  return STREAMS.filter((stream) => asked[stream] !== undefined)
}

export function spokenLogs(stream: Stream): string {
  return stream === 'output' ? 'its logs' : `its logs on ${stream}`
}

export async function checkLogs(subject: Subject, asked: LogChecks): Promise<void> {
  const { clock, signal } = subject.services
  const { lines } = subject.running.container
  const check = (stream: Stream) =>
    subject.check(['logs', stream], spokenLogs(stream), async () => {
      const look = async () => {
        const faults = outputFaults(streamsOf(lines), { [stream]: asked[stream] })
        return faults.length > 0 ? faults : undefined
      }
      const faults = await watch(look, LATE, clock, signal)
      const hint = otherStreamHint(streamsOf(lines), stream, asked)
      return findingOf(faults ?? [], {
        ...(hint === undefined ? {} : { hint }),
        ...logOf(subject.running.container),
      })
    })
  await Promise.all(askedStreams(asked).map(check))
}
