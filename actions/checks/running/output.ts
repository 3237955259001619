import type { OutputStream } from '../../base/process.ts'
import { KEPT_WORDS, type OutputLines } from '../../engine/output-lines.ts'
import type { LogChecks } from '../file/running.ts'
import { type Fault, textFaults } from '../text.ts'

export const STREAMS = ['stdout', 'stderr', 'output'] as const
export type Stream = (typeof STREAMS)[number]

export interface Streams extends Readonly<Record<Stream, string>> {
  /** They go on behind so much, which is not kept. */
  most?: string
}

export function streamsOf(lines: OutputLines): Streams {
  return {
    stdout: lines.text('stdout'),
    stderr: lines.text('stderr'),
    output: lines.text(),
    ...(lines.isCut ? { most: KEPT_WORDS } : {}),
  }
}

const OTHER: Readonly<Record<OutputStream, OutputStream>> = { stdout: 'stderr', stderr: 'stdout' }

/** What is wrong with what a program printed. */
export function outputFaults(streams: Streams, asked: LogChecks): Fault[] {
  return STREAMS.flatMap((stream) => {
    const expectation = asked[stream]
    return expectation ? textFaults(stream, streams[stream], expectation, streams.most) : []
  })
}

/** Many programs write where one does not look, uvicorn for example. */
export function otherStreamHint(streams: Streams, stream: Stream, asked: LogChecks): string | undefined {
  const expectation = asked[stream]
  if (stream === 'output' || !expectation) return undefined
  const other = OTHER[stream]
  const { excludes: _excludes, ...wanted } = expectation
  const missing = textFaults(stream, streams[stream], wanted).length > 0
  return missing && textFaults(other, streams[other], wanted).length === 0
    ? `It is on ${other}: ask for it there, or under "output", which is both.`
    : undefined
}
