import type { RollbackReport } from '../report/rollback.ts'
import type { EarlierState } from '../report/rollback-states.ts'

/** The values of the action's outputs, by name. */
export function rollbackOutputs(report: RollbackReport | undefined, states: readonly EarlierState[] = []) {
  const done = report?.outcome === 'done' ? report.repositories : []
  const digests = new Set(done.map(({ after }) => after))
  const [digest] = digests
  return {
    // Forced, the registries may hold different ones, which the references tell.
    digest: (digests.size === 1 && digest) || '',
    receipt: report?.receipt ?? '',
    references: JSON.stringify(
      done
        .filter(({ outcome }) => outcome === 'moved' || outcome === 'created')
        .map(({ repository, after }) => `${repository}:${report?.tag}@${after}`),
    ),
    states: JSON.stringify(states),
  }
}
