import { InputError } from '../../../../actions/base/errors.ts'
import { readSnapshot } from '../../../../actions/nodes/file/read.ts'
import { type Rules, validate } from '../../../../actions/nodes/validate/validate.ts'
import { COMMIT } from '../snapshots.ts'

const ANY: Rules = { allowBranches: false, allowHosts: [], allowOwners: [], expectedNodes: 0 }

/** `line message → hint`, of each error and of each warning. */
export function judged(
  document: object,
  rules: Partial<Rules> = {},
): { errors: string[]; warnings: string[] } {
  const text = JSON.stringify({ comfyui: COMMIT, ...document }, null, 1)
  const { errors, warnings } = validate(readSnapshot(text, 'a.json'), { ...ANY, ...rules })
  const say = (error: Error) => {
    if (!(error instanceof InputError) || error.place?.file !== 'a.json') throw error
    const at = text.split('\n')[error.place.line - 1]?.slice(error.place.column - 1)
    return `${at?.slice(0, 12)}: ${error.message} → ${error.hint}`
  }
  return { errors: errors.map(say), warnings: warnings.map(say) }
}

/** Of a node at this address. */
export function addressFaults(url: string, rules: Partial<Rules> = {}): string[] {
  return judged({ git_custom_nodes: { [url]: { hash: COMMIT } } }, rules).errors
}
