import type { Progress } from '../base/progress.ts'

const BAR = 20
/** A terminal that does not tell its width. */
const USUAL_WIDTH = 80
/** Faster than this nobody reads. */
const PAUSE = 50
const TO_END_OF_LINE = '\x1b[K'

export interface ProgressLine {
  draw: Progress
  /** Before anything else is written there. */
  clear(): void
}

/** The last line of a terminal: bar, count, what. It goes when the list is done. */
export function openProgressLine(
  stream: { write(text: string): unknown; columns?: number },
  now: () => number,
): ProgressLine {
  let drawn: number | undefined
  const clear = () => {
    if (drawn === undefined) return
    drawn = undefined
    stream.write(`\r${TO_END_OF_LINE}`)
  }
  return {
    clear,
    draw: (what, done, total) => {
      if (total > 0 && done >= total) return clear()
      if (drawn !== undefined && now() - drawn < PAUSE) return
      drawn = now()
      // A line that is full would wrap, and could not be taken back.
      stream.write(
        `\r${progressText(what, done, total, (stream.columns || USUAL_WIDTH) - 1)}${TO_END_OF_LINE}`,
      )
    },
  }
}

/** Without a total there is only the count. */
export function progressText(what: string, done: number, total: number, width: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names come from outside, and may not command the terminal
  const printable = what.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
  const full = total > 0 ? Math.min(BAR, Math.floor((done / total) * BAR)) : 0
  const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(done).padStart(String(total).length)}/${total}`
  return `${total > 0 ? bar : done} ${printable}`.slice(0, width)
}
