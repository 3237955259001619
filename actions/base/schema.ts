import type { ZodType } from 'zod'
import { type ErrorCode, UserError } from './errors.ts'

/** A document from outside, as what is wrong with it is told. */
export interface Told {
  /** As a sentence begins with it: `The plan`. */
  what: string
  code: ErrorCode
  hint: string
}

/** The text of a JSON document, held against its schema. */
export function readDocument<T>(schema: ZodType<T>, text: string, told: Told): T {
  return checkDocument(schema, parseJson(text, told), told)
}

/** Checks a document from outside against its schema; what is wrong is named by its path. */
export function checkDocument<T>(schema: ZodType<T>, value: unknown, { what, code, hint }: Told): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(
    (issue) => `${issue.path.map(spoken).join(', ') || 'the document'}: ${plainly(issue.message)}`,
  )
  throw new UserError(code, `${what} is not valid: ${faults.slice(0, 5).join('; ')}.`, { hint })
}

/** zod speaks to programmers. */
function plainly(message: string): string {
  return message.replace(/^Invalid input: /, '').replace(/^expected .*, received undefined$/, 'is missing')
}

/** People count from one. */
function spoken(part: PropertyKey): string {
  return typeof part === 'number' ? `entry ${part + 1}` : String(part)
}

export function parseJson(text: string, { what, code, hint }: Told): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError(code, `${what} is not valid JSON.`, { hint, cause })
  }
}
