import { RE2JS } from 're2js'
import { isPlaceholder } from './placeholders.ts'
import { RULES, type Rule } from './rules.ts'

export interface Match {
  rule: string
  value: string
  /** Where the match begins. */
  index: number
}

/** A match spans no more than this, unless its rule says so. */
const REACH = 400
/** Beside a token: then it is a part of something else, such as a hash or an encoded image. */
const INSIDE = /[A-Za-z0-9_]/

interface Closer {
  name: string
  /** Compiled when a beginning of it is met: most never are. */
  pattern(): RE2JS
  reach: number
  /** Whether a part of the match is the secret; what stands around it then says that it is one. */
  part: boolean
}

/** Finds what the rules know: one quick pass for the beginnings of all of them, then a closer look in linear time. */
export class Matcher {
  readonly #beginnings: RegExp
  readonly #closer = new Map<string, Closer>()
  /** No match spans more. */
  readonly reach: number

  constructor(rules: readonly Rule[] = RULES) {
    for (const { name, beginnings, pattern, reach = REACH } of rules) {
      const part = pattern.includes('(?P<value>')
      const closer = { name, pattern: once(() => RE2JS.compile(pattern)), reach, part }
      for (const beginning of beginnings) this.#closer.set(beginning, closer)
    }
    const literals = [...this.#closer.keys()].map((text) => text.replace(/[.\-/]/g, '\\$&'))
    this.#beginnings = new RegExp(literals.join('|'), 'g')
    this.reach = Math.max(...rules.map(({ reach = REACH }) => reach)) + 100
  }

  *matches(text: string): Generator<Match> {
    for (const { 0: beginning, index } of text.matchAll(this.#beginnings)) {
      const value = this.#valueAt(text, beginning, index)
      if (
        value !== undefined &&
        !isPlaceholder(value.startsWith(beginning) ? value.slice(beginning.length) : value)
      )
        yield { rule: this.#closer.get(beginning)?.name ?? '', value, index }
    }
  }

  #valueAt(text: string, beginning: string, index: number): string | undefined {
    const closer = this.#closer.get(beginning)
    if (!closer || (!closer.part && INSIDE.test(text[index - 1] ?? ''))) return undefined
    const start = index + beginning.length
    const rest = text.slice(start, start + closer.reach)
    const matcher = closer.pattern().matcher(rest)
    if (!matcher.lookingAt()) return undefined
    if (closer.name !== 'private-key' && INSIDE.test(rest[matcher.end()] ?? '')) return undefined
    return closer.part ? (matcher.group('value') ?? '') : beginning + matcher.group()
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
