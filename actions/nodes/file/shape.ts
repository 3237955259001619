import { withoutLogin } from '../../base/written/reading.ts'
import { type Synonyms, suggestion } from '../../base/written/suggestions.ts'
import { kindOf, spoken } from '../../base/written/words.ts'
import type { Fault, Path, Written } from '../../base/written/written.ts'

/** A part of a document, and the keys that lead to it. */
export interface Spot {
  path: Path
  /** Of its key. */
  at: number
  value: Written
}

/** Takes apart a document that should have a certain shape; where it has another, that is kept as a fault. */
export class Shape {
  readonly faults: Fault[] = []

  /** Of a mapping; none of what is left empty, which anybody may write as he likes. */
  entries(spot: Spot, hint?: string): Spot[] {
    const { value, path } = spot
    if (value.kind === 'map')
      return [...value.entries].map(([key, entry]) => ({ path: [...path, key], ...entry }))
    if (!isEmpty(value)) this.unexpected(spot, 'a mapping', hint)
    return []
  }

  items(spot: Spot, hint?: string): Spot[] {
    const { value, path } = spot
    if (value.kind === 'list')
      return value.items.map((item, index) => ({ path: [...path, index], at: item.at, value: item }))
    if (!isEmpty(value)) this.unexpected(spot, 'a list', hint)
    return []
  }

  /** What YAML reads as a number counts as it is written. */
  text(spot: Spot, hint?: string): string | undefined {
    const { value } = spot
    if (value.kind === 'scalar' && value.value !== null)
      return typeof value.value === 'string' ? value.value : value.source
    this.unexpected(spot, 'text', hint)
    return undefined
  }

  flag(spot: Spot): boolean {
    const { value } = spot
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value
    const meant = value.kind === 'scalar' ? /^(true|false)$/i.exec(String(value.value))?.[0] : undefined
    this.unexpected(spot, 'true or false', meant && `Write ${meant.toLowerCase()} without quotes.`)
    return false
  }

  /** By their keys; what is not known is a fault. */
  known(spots: readonly Spot[], keys: readonly string[], synonyms: Synonyms): Map<string, Spot> {
    const found = new Map(spots.map((spot) => [nameOf(spot), spot]))
    for (const [name, spot] of found) {
      if (keys.includes(name)) continue
      found.delete(name)
      this.unknown(spot, suggestion(name, keys, 'keys', synonyms))
    }
    return found
  }

  unknown({ path, at }: Spot, hint: string): void {
    const before = path.slice(0, -1)
    const where = before.length === 0 ? '' : `${sayPath(before)} › `
    this.fault(at, `${where}"${withoutLogin(String(path.at(-1)))}" is not a known key.`, hint)
  }

  missing({ path, at }: Spot, key: string, hint: string): void {
    this.fault(at, `${sayPath(path)}: the key "${key}" is missing.`, hint)
  }

  unexpected({ path, value }: Spot, expected: string, hint = `Write ${expected} there.`): void {
    this.fault(value.at, `${sayPath(path)}: expected ${expected}, found ${kindOf(value)}.`, hint)
  }

  fault(at: number, message: string, hint: string): void {
    this.faults.push({ code: 'IMG8201', at, message, hint })
  }
}

export function nameOf({ path }: Spot): string {
  return String(path.at(-1))
}

/** Nothing, or no entry: whatever brackets it has. */
export function isEmpty(value: Written): boolean {
  if (value.kind === 'scalar') return value.value === null
  return value.kind === 'list' ? value.items.length === 0 : value.entries.size === 0
}

function sayPath(path: Path): string {
  return withoutLogin(spoken(path))
}
