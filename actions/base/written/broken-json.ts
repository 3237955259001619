import type { Fault } from './written.ts'

/** A place in a text that can't be read any further. */
interface Spot {
  readonly text: string
  readonly at: number
}

export class Broken extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.message)
    this.fault = fault
  }
}

export function broken({ at }: Spot, what: string, hint: string): Broken {
  return new Broken({ code: 'IMG1010', at, message: `This is not valid JSON: ${what}.`, hint })
}

export function unexpected(spot: Spot): Broken {
  const rest = restOf(spot)
  const other = endOrMark(spot)
  if (other) return other
  if (rest.startsWith("'")) return broken(spot, 'a text stands between double quotes', 'Write " for \'.')
  const [literal] = /^(true|false|none|null)\b/i.exec(rest) ?? []
  if (literal === undefined)
    return broken(spot, 'here a value is missing', 'Write a text between double quotes, a number, [ or {.')
  const meant = literal.toLowerCase().replace('none', 'null')
  return broken(spot, `here stands ${literal}`, `Write ${meant}.`)
}

export function noKey(spot: Spot): Broken {
  return endOrMark(spot) ?? broken(spot, 'a key stands between double quotes', 'Write "key": value.')
}

/** `end`: of the item before, where the comma belongs. */
export function missingComma(spot: Spot, end: number): Broken {
  const here = { ...spot, at: end }
  return endOrMark(spot) ?? broken(here, 'here a comma is missing', 'Put a comma between the entries.')
}

/** Nothing, or what stands in no JSON wherever it is. */
function endOrMark(spot: Spot): Broken | undefined {
  const rest = restOf(spot)
  if (rest === '') return broken(spot, 'it ends too early', 'Close every bracket and every text.')
  if (/^(\/|#)/.test(rest)) return broken(spot, 'here a comment begins', 'JSON has none: leave it out.')
  const beginsLine = spot.at === 0 || spot.text[spot.at - 1] === '\n'
  return beginsLine && /^([<=>|])\1{6}(?!\1)/.test(rest)
    ? broken(spot, 'a merge conflict is left here', 'Keep one side, without the marks of git.')
    : undefined
}

function restOf({ text, at }: Spot): string {
  return text.slice(at, at + 40)
}
