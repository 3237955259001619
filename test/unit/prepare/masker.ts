/**
 * The runner's own masking, as it treats job outputs: every secret is known in several encodings, and an output in which any of
 * them occurs is dropped whole.
 */
export class Masker {
  readonly #hidden: Set<string>

  constructor(secret: string) {
    const bytes = Buffer.from(secret, 'utf8')
    const alignments = [0, 1, 2].filter((shift) => shift < bytes.length).map((shift) => bytes.subarray(shift))
    this.#hidden = new Set([
      secret,
      secret.replace(/[\\"\b\f\n\r\t]/g, (character) => JSON.stringify(character).slice(1, -1)),
      encodeURIComponent(secret),
      ...alignments.map((part) => part.toString('base64')),
    ])
  }

  /** What the next job sees. */
  output(value: string): string {
    return [...this.#hidden].some((hidden) => value.includes(hidden)) ? '' : value
  }
}
