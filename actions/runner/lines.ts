import { StringDecoder } from 'node:string_decoder'

/** A line that goes on for longer is cut: no program shall fill our memory. */
const LONGEST = 4 * 1024 * 1024
/** The end of what came so far may be half of a line's end. */
const LINE_END = /\r?\n|\r(?!$)/

/** Each line of a stream as it comes. */
export async function readLines(
  stream: AsyncIterable<Uint8Array>,
  onLine: (line: string) => void,
): Promise<void> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const bytes of stream) {
    const lines = (rest + decoder.write(bytes)).split(LINE_END)
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
    for (; rest.length > LONGEST; rest = rest.slice(LONGEST)) onLine(rest.slice(0, LONGEST))
  }
  const last = (rest + decoder.end()).replace(/\r$/, '')
  if (rest !== '' || last !== '') onLine(last)
}

/** The last lines of many: those in front go in large steps, as each step moves all that stay. */
export class LastLines {
  readonly #most: number
  #lines: string[] = []
  #gone = 0
  #size = 0

  /** In characters; one line is always kept. */
  constructor(most: number) {
    this.#most = most
  }

  add(line: string): void {
    this.#lines.push(line)
    this.#size += line.length + 1
    while (this.#size > this.#most && this.#gone < this.#lines.length - 1) {
      this.#size -= (this.#lines[this.#gone]?.length ?? 0) + 1
      this.#gone += 1
    }
    if (this.#gone <= this.#lines.length / 2) return
    this.#lines = this.#lines.slice(this.#gone)
    this.#gone = 0
  }

  get text(): string {
    return this.#lines.slice(this.#gone).join('\n')
  }
}
