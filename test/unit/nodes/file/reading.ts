import { InputError, userErrorsOf } from '../../../../actions/base/errors.ts'
import { readSnapshot } from '../../../../actions/nodes/file/read.ts'

/** `line:column message → hint`, of each fault. */
export function faultsIn(text: string, file = 'snapshot.json'): string[] {
  try {
    readSnapshot(text, file)
    return []
  } catch (error) {
    return userErrorsOf(error as InputError).map((one) => {
      if (!(one instanceof InputError)) throw one
      const { line, column } = one.place!
      return `${line}:${column} ${one.message}${one.hint === undefined ? '' : ` → ${one.hint}`}`
    })
  }
}
