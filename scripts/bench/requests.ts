import type { LoggedRequest } from '../../test/doubles/exchange.ts'
import { PATH } from './package.ts'

const KINDS = [
  ['version pages', /^GET \/orgs\/\w+\/packages\/container\/[^/]+\/versions(\?|$)/],
  ['tag pages', new RegExp(`^GET /v2/${PATH}/tags/list`)],
  ['looks at a version', /^GET \/orgs\/\w+\/packages\/container\/[^/]+\/versions\/\d+$/],
  ['deletions', /^DELETE /],
  ['manifests', new RegExp(`^(GET|HEAD) /v2/${PATH}/manifests/`)],
  ['tokens', /^(GET|POST) \/token|^GET \/v2\/$/],
  ['accounts', /^GET \/users?(\/\w+)?$/],
] as const

export type Kind = (typeof KINDS)[number][0] | 'others'

/** What was asked for, by kind. */
export function countRequests(logs: readonly (readonly LoggedRequest[])[]): Map<Kind, number> {
  const counts = new Map<Kind, number>()
  for (const { method, path } of logs.flat()) {
    const request = `${method} ${path}`
    const kind = KINDS.find(([, pattern]) => pattern.test(request))?.[0] ?? 'others'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

/** Of all kinds but these. */
export function sumWithout(counts: ReadonlyMap<Kind, number>, ...without: Kind[]): number {
  return [...counts].reduce((sum, [kind, count]) => sum + (without.includes(kind) ? 0 : count), 0)
}

export function describeRequests(counts: ReadonlyMap<Kind, number>): string {
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
}
