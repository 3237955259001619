import type { Digest } from '../../base/digest.ts'
import type { Going } from './going.ts'

const PARTS: readonly Going['part'][] = ['top', 'referrer', 'child']

/**
 * One image after the other, each with what goes with it: an index, its referrers, its children, and these only once
 * nothing lists them any more. So a run that stops leaves no index without its children, and little that nobody needs.
 */
export function inOrder(going: ReadonlyMap<Digest, Going>): Going[] {
  const beneath = new Map<Digest, Going[]>()
  for (const each of going.values())
    for (const above of each.after) beneath.set(above, [...(beneath.get(above) ?? []), each])
  const ordered = new Set<Going>()
  const enter = (each: Going): void => {
    const waits = [...each.after].some((above) => {
      const entry = going.get(above)
      return entry !== undefined && !ordered.has(entry)
    })
    if (waits || ordered.has(each)) return
    ordered.add(each)
    const next = (beneath.get(each.digest) ?? []).toSorted(
      (a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part),
    )
    for (const below of next) enter(below)
  }
  for (const each of going.values()) enter(each)
  return [...ordered]
}
