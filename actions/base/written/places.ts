import { InputError, type Place, UserErrors } from '../errors.ts'
import type { Fault } from './written.ts'

/** Tells the place of each offset into a text. */
export function placesIn(text: string, file: string): (offset: number) => Place {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return (offset) => {
    const line = lastUpTo(starts, offset)
    return { file, line: line + 1, column: offset - starts[line]! + 1 }
  }
}

/** Which of two places in one file comes first. */
export function inOrder(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column
}

/** What is wrong with a text, from its first line to its last. */
export function refused(faults: readonly Fault[], placeAt: (offset: number) => Place): Error {
  const errors = faults
    .toSorted((a, b) => a.at - b.at)
    .map(({ code, at, message, hint }) => new InputError(code, message, { place: placeAt(at), hint }))
  return errors.length === 1 ? errors[0]! : new UserErrors(errors)
}

/** The position of the last of rising numbers that is no larger than `most`; the first is. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0
  let high = numbers.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= most) low = middle
    else high = middle
  }
  return low
}
