import type { Fault, Written } from './written.ts'

/** What a text is meant to be. */
export interface Kind {
  /** As it stands after "the": `check file`. */
  name: string
  /** What to do with an empty one. */
  empty: string
}

export interface Reading {
  /** Missing where the text can't be read, so that nothing in it can be trusted. */
  root?: Written
  faults: Fault[]
}

export const MOST_CHARACTERS = 1_000_000
export const DEEPEST = 64

export function empty({ name, empty: hint }: Kind): Fault {
  return { code: 'IMG1011', at: 0, message: `The ${name} is empty.`, hint }
}

export function tooLarge({ name }: Kind): Fault {
  return {
    code: 'IMG1012',
    at: 0,
    message: `The ${name} is larger than 1 MB.`,
    hint: 'Write less, or several files.',
  }
}

export function twice(at: number, key: string): Fault {
  const message = `The key "${withoutLogin(key)}" stands here a second time.`
  return { code: 'IMG1013', at, message, hint: 'Leave one of them out, or join them.' }
}

/** Objects lose it without a word, and nobody would check it. */
export function lostKey(at: number): Fault {
  return { code: 'IMG1013', at, message: '"__proto__" can be no key.', hint: 'Leave it out.' }
}

/** What stands in an address to log in with is not to be read in a log. */
export function withoutLogin(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//…@')
}
