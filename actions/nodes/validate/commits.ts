import { normalCommit } from '../file/kinds.ts'
import { type Objection, shown } from './remark.ts'

export function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

/** `what`: whose commit it is, as a person calls it. */
export function faultOfCommit(text: string, what: string, allowBranches: boolean): Objection | undefined {
  const commit = normalCommit(text)
  if (isCommit(commit)) return undefined
  const written = shown(commit)
  if (commit === '' || commit === 'unknown')
    return {
      code: 'IMG8211',
      message: `The commit of ${what} is ${commit === '' ? 'empty' : '"unknown": whoever saved it could not read it'}.`,
      hint: 'Save it anew with mode save, or write what "git rev-parse HEAD" says in its folder.',
    }
  if (/^[0-9a-f]{7,}$/i.test(commit))
    return {
      code: 'IMG8211',
      message: `The commit of ${what}, "${written}", has ${commit.length} digits.`,
      hint: 'Write all 40: fewer can come to mean another commit.',
    }
  if (!isRef(commit))
    return {
      code: 'IMG8211',
      message: `"${written}" is neither a commit nor a branch of ${what}.`,
      hint: 'Write the 40 digits of a commit.',
    }
  if (allowBranches) return undefined
  return {
    code: 'IMG8212',
    message: `${what} follows the branch or tag "${written}", which can come to mean anything.`,
    hint: 'Write the 40 digits of a commit; mode pin finds them.',
  }
}

/** By git's own rules. */
function isRef(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  const forbidden = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/
  return !forbidden.test(text) && !text.split('/').some((part) => /^\.|\.lock$/.test(part)) && text !== '@'
}
