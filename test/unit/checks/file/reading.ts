import { InputError, userErrorsOf } from '../../../../actions/base/errors.ts'
import { type ReadCheckFile, readCheckFile } from '../../../../actions/checks/file/read.ts'

export function readText(text: string, variables: Record<string, string> = {}): ReadCheckFile {
  return readCheckFile(text, { file: 'image-verify.yml', variables })
}

/** `line:column message → hint`, of each fault. */
export function faultsIn(text: string, variables: Record<string, string> = {}): string[] {
  try {
    readText(text, variables)
    return []
  } catch (error) {
    return userErrorsOf(error as InputError).map((one) => {
      if (!(one instanceof InputError)) throw one
      const { file, line, column } = one.place!
      if (file !== 'image-verify.yml') throw new Error(`The fault is in ${file}.`)
      return `${line}:${column} ${one.message}${one.hint === undefined ? '' : ` → ${one.hint}`}`
    })
  }
}
