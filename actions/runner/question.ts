import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { CancelledError } from '../base/errors.ts'

export interface QuestionStreams {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  signal: AbortSignal
}

/** Only a clear yes is one; no answer at all (Ctrl-D) is none. */
export async function askYesNo(
  question: string,
  { input, output, signal }: QuestionStreams,
): Promise<boolean> {
  // The terminal's own line editing is enough, and leaves Ctrl-C a signal.
  const lines = createInterface({ input, output, terminal: false })
  const answered = new AbortController()
  // Whoever ends the question without an answer has left the cursor behind it.
  const endLine = () => void output.write('\n')
  const closed = once(lines, 'close', { signal: answered.signal }).then(endLine)
  closed.catch(() => {})
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed])
    return /^y(es)?$/i.test(answer?.trim() ?? '')
  } catch (error) {
    if (!signal.aborted) throw error
    endLine()
    throw new CancelledError()
  } finally {
    answered.abort()
    lines.close()
  }
}
