import { readFileSync } from 'node:fs'

export interface Parser {
  /** The file and the function, as the house test looks for it. */
  where: string
  /** Of what it reads, so that most of what it is given is nearly that. */
  samples: readonly string[]
  parse(text: string): unknown
  /** What was read, as it is written; reading that gives the same. */
  write?(parsed: never): string
}

export const HEX = 'a'.repeat(64)
export const DIGEST = `sha256:${HEX}`

/** The lines that an input is cut into. */
export const linesOf = (text: string) => text.split('\n').map((line) => line.trim())

/** An input of an action, the others being empty. */
export const only = (name: string, text: string) => ({
  text: (asked: string) => (asked === name ? text : ''),
})

export function file(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
}
