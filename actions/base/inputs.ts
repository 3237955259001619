import { InputError, InputProblems } from './errors.ts'

/** Where an action's raw inputs come from: the runner, the command line, or a test that records what is asked for. */
export interface InputReader {
  text(name: string): string
}

export function readBoolean(reader: InputReader, name: string): boolean {
  const text = reader.text(name).trim()
  if (/^(true|yes|on|1)$/i.test(text)) return true
  if (text === '' || /^(false|no|off|0)$/i.test(text)) return false
  throw new InputError('IMG1001', `Input "${name}" is "${text}".`, { hint: 'Write true or false.' })
}

/** Lines without blanks; `#` begins a comment. */
export function readLines(reader: InputReader, name: string): string[] {
  return reader
    .text(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

export function readInteger(reader: InputReader, name: string, range: { min: number; max: number }): number {
  const text = reader.text(name).trim()
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < range.min || value > range.max) {
    throw new InputError('IMG1001', `Input "${name}" is "${text}".`, {
      hint: `Write a whole number from ${range.min} to ${range.max}.`,
    })
  }
  return value
}

export function readChoice<const T extends string>(
  reader: InputReader,
  name: string,
  choices: readonly T[],
): T {
  const text = reader.text(name).trim()
  const found = choices.find((choice) => choice === text)
  if (found === undefined)
    throw new InputError('IMG1001', `Input "${name}" is "${text}".`, {
      hint: `Write one of: ${choices.join(', ')}.`,
    })
  return found
}

/** Lines `key=value`; a line without `=` is an error. */
export function readPairs(reader: InputReader, name: string): [string, string][] {
  const problems = new InputProblems()
  const pairs = readLines(reader, name).flatMap((line): [string, string][] => {
    const equals = line.indexOf('=')
    if (equals > 0) return [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()]]
    problems.add('IMG1002', `Input "${name}" has the line "${line}".`, 'Each line reads name=value.')
    return []
  })
  problems.throwIfAny()
  return pairs
}
