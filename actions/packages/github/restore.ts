import type { Outcome } from '../types.ts'
import type { GithubApi } from './api.ts'
import { GithubRefusal } from './refusal.ts'

const GONE = 'GitHub has it no more: what was deleted is kept for 30 days'

/** A refusal is an answer here: whoever has the manifest's bytes can still put it again. */
export async function restoreVersion(
  api: GithubApi,
  versions: string,
  id: string | undefined,
): Promise<Outcome> {
  if (id === undefined) return { outcome: 'kept', reason: GONE }
  try {
    await api.ask(`POST ${versions}/${id}/restore`)
    return { outcome: 'done' }
  } catch (error) {
    if (!(error instanceof GithubRefusal) || error.status === 401) throw error
    return {
      outcome: 'kept',
      reason: error.isAboutVersion ? GONE : `GitHub refused: ${error.words}. ${error.hint ?? ''}`.trim(),
    }
  }
}
