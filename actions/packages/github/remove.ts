import { UserError } from '../../base/errors.ts'
import type { Again } from '../../registry/types.ts'
import { deleteUnchanged } from '../delete-unchanged.ts'
import type { Outcome, Version } from '../types.ts'
import { type GithubApi, unless } from './api.ts'
import { isListed, versionOf } from './pages.ts'
import { GithubRefusal } from './refusal.ts'

/** Looks at the version once more, and deletes it where it is still as listed. */
export async function removeVersion(api: GithubApi, path: string, version: Version): Promise<Outcome> {
  return deleteUnchanged(
    async () => {
      const now = await look(api, path)
      return now === undefined ? { outcome: 'absent' } : changeOf(version, now)
    },
    (again) => deleteAt(api, path, again),
  )
}

async function deleteAt(api: GithubApi, path: string, again: Again): Promise<Outcome> {
  try {
    await api.ask(`DELETE ${path}`, {}, { again })
    return { outcome: 'done' }
  } catch (error) {
    if (!(error instanceof GithubRefusal)) throw error
    if (error.status === 400) return { outcome: 'kept', reason: reasonOf(error.words) }
    // A right that is missing looks like a version that is: so it is looked for.
    if (error.status !== 404 || (await look(api, path)) !== undefined) throw error
    return { outcome: 'absent' }
  }
}

async function look(api: GithubApi, path: string): Promise<Version | undefined> {
  const answer = await unless(api.ask(`GET ${path}`), (refusal) => refusal.isAboutVersion)
  if (answer === undefined) return undefined
  if (isListed(answer.data)) return versionOf(answer.data)
  throw new UserError('IMG5206', `GitHub answered GET ${path} with something that is no version.`, {
    hint: 'Nothing was deleted by that answer; run this again later.',
  })
}

function changeOf(listed: Version, now: Version): Outcome | undefined {
  const reason = differenceOf(listed, now)
  return reason === undefined ? undefined : { outcome: 'changed', reason }
}

function differenceOf(listed: Version, now: Version): string | undefined {
  if (now.digest !== listed.digest) return `it is another manifest now: ${now.digest}`
  const [before, after] = [listed.tags, now.tags].map((tags) => [...new Set(tags)].sort().join(', '))
  if (before !== after) return `its tags changed after the list was read: ${after || 'it has none now'}`
  return now.updated === listed.updated ? undefined : 'it was updated after the list was read'
}

function reasonOf(words: string): string {
  if (/last tagged version/i.test(words)) {
    return 'it is the last version with a tag, which GitHub deletes only with the whole package'
  }
  if (/more than \d+ downloads/i.test(words)) {
    return 'it was downloaded more than 5,000 times, and GitHub keeps such versions while they are public'
  }
  return `GitHub refused: ${words}`
}
