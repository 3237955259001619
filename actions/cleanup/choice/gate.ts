import type { RunEvent } from '../../base/event.ts'
import { readOrigin } from '../../plan/origin.ts'

/** Why nothing may be removed in this run; undefined: it may. */
export function closedBecause(
  event: RunEvent,
  options: { receipt: boolean; anyBranch: boolean },
): string | undefined {
  const { kind, name, onDefaultBranch } = readOrigin(event)
  if (kind === 'tag') return `this run is for the tag ${name}, and after a version tag nothing is removed`
  // Retention says itself what goes, wherever it runs: the tags of a pull request go when it is closed.
  if (!options.receipt) return undefined
  if (kind === 'pull') return 'this run is for a pull request, whose merge replaces nothing'
  if (onDefaultBranch || options.anyBranch) return undefined
  return `${name || 'this run’s ref'} is not the default branch; "any-branch" cleans up after others too`
}
