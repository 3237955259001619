import { randomBytes } from 'node:crypto'

/** Where lines go: those of children, and our own. */
export interface Output {
  around<T>(body: () => Promise<T>): Promise<T>
  /** A line of a child. */
  text(line: string): void
  own(line: string): void
}

/** A terminal takes no commands, so nothing needs guarding. */
export function plainOutput(write: (text: string) => void): Output {
  const line = (text: string) => write(`${text}\n`)
  return { around: (body) => body(), text: line, own: line }
}

/**
 * Keeps what children print from commanding the runner: between a stop-commands line with a token that nobody can guess
 * and its resumption, the runner takes every line as text. Our own commands wait until then.
 */
export class OutputGuard implements Output {
  #open = 0
  #closed = false
  #token = ''
  #waiting: string[] = []
  readonly #write: (text: string) => void
  readonly #random: () => string

  constructor(write: (text: string) => void, random: () => string = () => randomBytes(24).toString('hex')) {
    this.#write = write
    this.#random = random
  }

  async around<T>(body: () => Promise<T>): Promise<T> {
    this.#enter()
    try {
      return await body()
    } finally {
      this.#leave()
    }
  }

  text(line: string): void {
    if (this.#closed) return
    if (this.#open === 0) throw new Error('Output of a child outside the guard.')
    this.#write(`${line}\n`)
  }

  /** It may be a command: then it waits while a child is shown. */
  own(line: string): void {
    if (this.#open > 0 && /^\s*::|##\[/.test(line)) this.#waiting.push(line)
    else this.#write(`${line}\n`)
  }

  /** Nothing of a child is shown after this, also where one still runs; what waited is said. */
  close(): void {
    if (this.#open > 0) this.#resume()
    this.#open = 0
    this.#closed = true
  }

  #enter(): void {
    if (this.#open++ > 0) return
    this.#token = this.#random()
    this.#write(`::stop-commands::${this.#token}\n`)
  }

  #leave(): void {
    if (this.#open > 0 && --this.#open === 0) this.#resume()
  }

  #resume(): void {
    this.#write(`::${this.#token}::\n`)
    for (const line of this.#waiting.splice(0)) this.#write(`${line}\n`)
  }
}
