import { isDeepStrictEqual } from 'node:util'
import { type Fault, shortLine } from '../text.ts'

/** Whether a text holds, as JSON, what is asked: objects may have more keys, lists must be as they are. */
export function jsonFaults(text: string, asked: unknown): Fault[] {
  try {
    return differences(JSON.parse(text), asked, '')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [{ expected: 'the body is JSON', actual: 'it is none' }]
  }
}

function differences(found: unknown, asked: unknown, at: string): Fault[] {
  if (isObject(asked) && isObject(found)) {
    return Object.entries(asked).flatMap(([key, value]) =>
      Object.hasOwn(found, key)
        ? differences(found[key], value, `${at}.${key}`)
        : [{ expected: `${at}.${key} is ${spoken(value)}`, actual: `${at || 'the body'} has no "${key}"` }],
    )
  }
  if (Array.isArray(asked) && Array.isArray(found) && asked.length === found.length)
    return asked.flatMap((value, index) => differences(found[index], value, `${at}[${index}]`))
  if (isDeepStrictEqual(found, asked)) return []
  const place = at || 'the body'
  return [{ expected: `${place} is ${spoken(asked)}`, actual: `${place} is ${spoken(found)}` }]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function spoken(value: unknown): string {
  return shortLine(JSON.stringify(value) ?? 'undefined', 200)
}
