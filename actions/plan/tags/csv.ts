import { messageOf, UserError } from '../../base/errors.ts'
import { said } from '../../base/said.ts'

/** One line of the tag grammar: fields separated by commas, a field with a comma in double quotes, `key=value` or a bare value. */
export interface Attribute {
  key: string
  value: string
}

/** A bare value has the key ''. Loads its parser when first called, for most runs have no rules to read. */
export async function readAttributes(line: string): Promise<Attribute[]> {
  const { parse } = await import('csv-parse/sync')
  const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  try {
    const [fields = []] = parse(line, options) as string[][]
    return fields.map(readAttribute)
  } catch (cause) {
    throw new UserError('IMG1307', `The line "${line}" can't be read: ${said(messageOf(cause))}.`, {
      hint: 'Write a field that contains a comma in double quotes, the name included: "pattern=a,b".',
      cause,
    })
  }
}

function readAttribute(field: string): Attribute {
  const equals = field.indexOf('=')
  if (equals <= 0) return { key: '', value: field.trim() }
  return { key: field.slice(0, equals).trim().toLowerCase(), value: field.slice(equals + 1).trim() }
}

/** Rules of an input: `#` begins a comment only at the start of a line, as a pattern may contain it. */
export function ruleLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
