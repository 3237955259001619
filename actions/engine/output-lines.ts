import type { OutputStream } from '../base/process.ts'

export interface OutputLine {
  stream: OutputStream
  text: string
}

/** What is kept of a container that never stops talking: its beginning, and the last lines. */
const KEPT = 4 * 1024 * 1024
export const KEPT_WORDS = '4 MiB'
const LAST = 40

/** What a container has printed, in the order it came. */
export class OutputLines {
  readonly #first: OutputLine[] = []
  readonly #last: OutputLine[] = []
  #size = 0

  add(line: OutputLine): void {
    this.#last.push(line)
    if (this.#last.length > LAST) this.#last.shift()
    this.#size += line.text.length + 1
    if (this.#size <= KEPT) this.#first.push(line)
  }

  /** Whether there was more than is kept. */
  get isCut(): boolean {
    return this.#size > KEPT
  }

  text(stream?: OutputStream): string {
    return this.#first
      .filter((line) => stream === undefined || line.stream === stream)
      .map(({ text }) => text)
      .join('\n')
  }

  /** The last lines: they mostly explain an end. */
  last(count: number): string[] {
    return this.#last.slice(-count).map(({ text }) => text)
  }
}
