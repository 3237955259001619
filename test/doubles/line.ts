import { Transform, type TransformCallback } from 'node:stream'
import type { Pace } from './pace.ts'

export interface LineOptions {
  pace?: Pace | undefined
  /** The line breaks when it has carried this many bytes. */
  cutAfter?: number | undefined
  onBytes(bytes: number): void
}

export class LineCut extends Error {}

/** What a body passes through: counted, slowed down, and cut where a fault says so. */
export class Line extends Transform {
  readonly #options: LineOptions
  #carried = 0

  constructor(options: LineOptions) {
    super()
    this.#options = options
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const left = (this.#options.cutAfter ?? Infinity) - this.#carried
    const part = chunk.length < left ? chunk : chunk.subarray(0, left)
    const cut = part.length === left
    this.#carried += part.length
    this.#options.onBytes(part.length)
    const pass = () => {
      if (part.length > 0) this.push(part)
      done(cut ? new LineCut() : null)
    }
    if (this.#options.pace === undefined) pass()
    else void this.#options.pace.take(part.length).then(pass)
  }
}
