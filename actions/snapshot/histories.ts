import { join } from 'node:path'
import { cachedRepository } from '../nodes/git/cache.ts'
import { nodeFolder } from '../nodes/installation.ts'
import { COMFYUI, folderNameOf, normalUrl } from '../nodes/names.ts'
import { openRepository } from '../nodes/prove/repository.ts'
import { historyFolder } from '../nodes/update/history.ts'
import { foldersOf } from './installation.ts'
import type { Task } from './mode.ts'

/** Where a repository's objects may lie on this machine: what update kept, what restore kept, the node's own clone. */
export async function objectsAtHand(url: string, task: Task): Promise<string[]> {
  // A file may hold any text in its place, of which no path shall be made.
  if (normalUrl(url) !== url) return []
  const cache = task.inputs.restoring.cache && task.path(task.inputs.restoring.cache)
  const cached = cache === '' ? [] : [historyFolder(cache, url), cachedRepository(cache, url)]
  const installed = await Promise.all((await placesOf(url, task)).map((folder) => openRepository(folder)))
  return [
    ...cached.map((folder) => join(folder, 'objects')),
    ...installed.flatMap((repository) => repository?.objects ?? []),
  ]
}

async function placesOf(url: string, task: Task): Promise<string[]> {
  const { nodes, core } = await foldersOf(task)
  if (url === COMFYUI) return core === undefined ? [] : [core]
  const name = folderNameOf({ url, commit: '', disabled: false })
  return [false, true].map((disabled) => nodeFolder({ nodes }, name, disabled))
}
