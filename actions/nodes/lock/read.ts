import { readJson } from '../../base/written/json.ts'
import { placesIn, refused } from '../../base/written/places.ts'
import { suggestion } from '../../base/written/suggestions.ts'
import { spoken } from '../../base/written/words.ts'
import { type Fault, offsetOf, type Path, plainOf, type Written } from '../../base/written/written.ts'
import { type Lock, lock } from './lock.ts'

const KIND = { name: 'lock', empty: 'Mode lock writes one.' }
const ANEW = 'A lock is not written by hand: mode lock writes it anew.'

/** Throws everything that is wrong with it at once, each fault with its place. */
export function readLock(text: string, file: string): Lock {
  const content = text.replace(/^\uFEFF/, '')
  const { root, faults } = readJson(content, KIND)
  const result = root && lock.safeParse(plainOf(root, new Set()))
  const found = root && result?.error ? result.error.issues.flatMap((issue) => faultsOf(issue, root)) : []
  const all = [...faults, ...found]
  if (all.length > 0 || !result?.success) throw refused(all, placesIn(content, file))
  return result.data
}

type Issue = NonNullable<ReturnType<typeof lock.safeParse>['error']>['issues'][number]

function faultsOf(issue: Issue, root: Written): Fault[] {
  const path: Path = issue.path
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'IMG8202',
      at: offsetOf(root, [...path, key]),
      message: `${[...path, ''].map(String).join(' › ')}"${key}" is not a known key.`,
      hint: path.length === 0 ? suggestion(key, Object.keys(lock.shape), 'keys') : ANEW,
    }))
  const isNewer = path[0] === 'schema' && path.length === 1
  const hint = isNewer ? 'Mode lock writes one that this version of image-actions reads.' : ANEW
  const message = `${spoken(path) || 'The lock'}: ${issue.message}.`
  return [{ code: 'IMG8202', at: offsetOf(root, path), message, hint }]
}
