import type { ZodType } from 'zod'
import { UserError } from './errors.ts'

/** Checks a document from outside against its schema; what is wrong is named by its path. */
export function checkDocument<T>(schema: ZodType<T>, value: unknown, what: string, hint?: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(
    (issue) => `${issue.path.map(spoken).join(', ') || 'the document'}: ${issue.message}`,
  )
  throw new UserError('IMG0000', `${what} is not valid: ${faults.slice(0, 5).join('; ')}.`, {
    hint: hint ?? 'It was written by another version of these actions, or changed since: make it anew.',
  })
}

/** People count from one. */
function spoken(part: PropertyKey): string {
  return typeof part === 'number' ? `entry ${part + 1}` : String(part)
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('IMG0000', `${what} is not valid JSON.`, {
      hint: 'It was cut off or changed: make it anew.',
      cause,
    })
  }
}
