import { readdir } from 'node:fs/promises'
import { relative } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { has, isWhole } from '../git/fetch.ts'
import type { Git } from '../git/git.ts'
import { COMFYUI, normalUrl } from '../names.ts'
import { openRepository, type StoredRepository } from '../prove/repository.ts'
import { remoteOf } from '../prove/settings.ts'
import { verifyCore } from '../prove/verify-core.ts'
import type { Snapshot } from '../snapshot.ts'
import type { RestoreJob } from './job.ts'
import { mismatchText } from './mismatch.ts'

/** ComfyUI's own checkout, and what it is to become. */
export interface Core {
  folder: string
  url: string
  commit: string
  /** Undefined: there is nothing yet. */
  repository: StoredRepository | undefined
  /** It stands at its commit, byte for byte. */
  proven: boolean
  /** Why it does not. */
  differences: readonly string[]
  /** Its repository has all of the commit, so nothing needs to be fetched. */
  whole: boolean
}

/** Undefined: it is left alone. */
export async function findCore({ snapshot, to }: RestoreJob, git: Git): Promise<Core | undefined> {
  const commit = snapshot.comfyui
  if (to.core === undefined || commit === null) return undefined
  const folder = to.core
  const repository = await openRepository(folder)
  if (!repository) {
    await judgeEmpty(folder, to.nodes)
    return { folder, url: COMFYUI, commit, repository, proven: false, differences: [], whole: false }
  }
  const url = normalUrl(remoteOf(repository.settings) ?? COMFYUI) ?? COMFYUI
  const differences = await differencesOfCore(folder, snapshot, git)
  const proven = repository.head === commit && differences.length === 0
  if (!proven && repository.elsewhere)
    throw new UserError('IMG8711', `ComfyUI: ${folder} shares its repository with other folders.`, {
      hint: 'Check out its commit there yourself, or set `comfyui` to none.',
    })
  const { objects } = repository
  const whole = proven || ((await has(git, { objects }, commit)) && (await isWhole(git, { objects }, commit)))
  return { folder, url, commit, repository, proven, differences, whole }
}

/** What keeps it from being this commit; nodes, and what its own .gitignore names, are not its affair. */
export async function differencesOfCore(folder: string, snapshot: Snapshot, git: Git): Promise<string[]> {
  const { mismatches } = await verifyCore(snapshot, folder, git, '/')
  return mismatches.map(mismatchText)
}

async function judgeEmpty(folder: string, nodes: string): Promise<void> {
  const [own] = relative(folder, nodes).split('/')
  const entries = await readdir(folder).catch(() => [])
  if (entries.every((name) => name === own)) return
  throw new UserError(
    'IMG8711',
    `ComfyUI: ${folder} is no git checkout, so it can't be brought to a commit.`,
    {
      hint: 'Keep its .git, give an empty folder, or set `comfyui` to none.',
    },
  )
}
