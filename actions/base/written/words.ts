import type { Path, Written } from './written.ts'

/** `run › http › 2 › status`; people count from one. */
export function spoken(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' › ')
}

/** What stands there, as a person calls it. */
export function kindOf(found: Written): string {
  if (found.kind !== 'scalar') return found.kind === 'map' ? 'a mapping' : 'a list'
  if (found.value === null) return 'nothing'
  if (typeof found.value === 'number') return `the number ${shortened(found.source)}`
  return typeof found.value === 'boolean' ? found.source : 'text'
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
