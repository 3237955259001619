import { InputError } from '../base/errors.ts'

/** Behind the program's name stands the mode. */
export function snapshotWords([mode, stray]: readonly string[]): Record<string, string> {
  if (stray === undefined) return mode === undefined ? {} : { mode }
  throw new InputError('IMG8001', `"${stray}" is one word too many.`, {
    hint: 'Write one mode and its options, as in restore --nodes custom_nodes.',
  })
}
