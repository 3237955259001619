import type { Place } from '../../../../actions/base/errors.ts'
import { readSnapshot } from '../../../../actions/nodes/file/read.ts'
import { type Doubt, type Rules, validate } from '../../../../actions/nodes/validate/validate.ts'
import { COMMIT } from '../snapshots.ts'

const ANY: Rules = { allowBranches: false, allowHosts: [], allowOwners: [], expectedNodes: 0 }

/** `line message → hint`, of each error and of each warning. */
export function judged(
  document: object,
  rules: Partial<Rules> = {},
): { errors: string[]; warnings: string[] } {
  const text = JSON.stringify({ comfyui: COMMIT, ...document }, null, 1)
  const { errors, warnings } = validate(readSnapshot(text, 'a.json'), { ...ANY, ...rules })
  const say = ({ message, hint, place }: Pick<Doubt, 'message' | 'hint'> & { place: Place | undefined }) => {
    if (place?.file !== 'a.json') throw new Error(`${message} is said of ${place?.file}.`)
    const at = text.split('\n')[place.line - 1]?.slice(place.column - 1)
    return `${at?.slice(0, 12)}: ${message} → ${hint}`
  }
  return { errors: errors.map(say), warnings: warnings.map(say) }
}

/** Of a node at this address. */
export function addressFaults(url: string, rules: Partial<Rules> = {}): string[] {
  return judged({ git_custom_nodes: { [url]: { hash: COMMIT } } }, rules).errors
}
