import { atOnce } from '../../base/at-once.ts'
import { commitsBetween, isConnected } from '../git/between.ts'
import type { Git } from '../git/git.ts'
import { COMFYUI } from '../names.ts'
import type { Commit, SnapshotDiff } from './diff.ts'

/** A repository's pins, before and after. */
interface Moved {
  url: string
  from: string
  to: string
}

const COMMIT = /^[0-9a-f]{40}$/
const AT_ONCE = 4

/**
 * The commits between the pins, by address, as far as histories on this machine tell; no other machine is asked.
 * `storesOf`: folders of objects that may hold a repository's.
 */
export async function commitsAtHand(
  diff: SnapshotDiff,
  storesOf: (url: string) => Promise<readonly string[]>,
  git: Git,
): Promise<Map<string, readonly Commit[]>> {
  const found = await atOnce(AT_ONCE, movedIn(diff), async ({ url, from, to }) => {
    for (const objects of await storesOf(url))
      if (await isConnected(git, { objects }, from, to))
        return [[url, await commitsBetween(git, { objects }, from, to)] as const]
    return []
  })
  return new Map(found.flat())
}

function movedIn({ comfyui, git }: SnapshotDiff): Moved[] {
  const core = comfyui ? [{ url: COMFYUI, from: comfyui.from ?? '', to: comfyui.to ?? '' }] : []
  const nodes = git.changed.map(({ from, to }) => ({ url: to.url, from: from.commit, to: to.commit }))
  return [...core, ...nodes].filter(
    ({ from, to }) => from !== to && [from, to].every((pin) => COMMIT.test(pin)),
  )
}
