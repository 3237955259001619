import type { Receipt } from '../plan/receipt.ts'
import type { RolledBackRepository } from '../report/rollback.ts'
import type { Move } from './check.ts'
import { receiptTags } from './target.ts'
import type { Lack } from './wholeness.ts'

export function plannedRepositories(moves: readonly Move[]): RolledBackRepository[] {
  return moves.map(({ tag, digest, lacks }) => ({
    repository: tag.repository,
    before: tag.before,
    after: digest,
    outcome: tag.planned ? 'planned' : 'unchanged',
    reason: tag.planned ? tag.reason : '',
    restored: lacks,
  }))
}

/** As it stands afterwards; without a receipt no tag was touched. */
export function doneRepositories(
  moves: readonly Move[],
  restored: ReadonlyMap<string, readonly Lack[]>,
  receipt: Receipt | undefined,
): RolledBackRepository[] {
  return moves.map(({ tag }) => {
    const { repository, before } = tag
    const told = receipt && receiptTags(receipt, repository)[0]
    return {
      repository,
      before,
      after: told ? told.after : before,
      outcome: told?.outcome ?? 'untouched',
      reason: told?.reason ?? '',
      restored: restored.get(repository) ?? [],
    }
  })
}
