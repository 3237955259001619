import { atOnce } from '../base/at-once.ts'
import { isUserError, type UserError, UserErrors, userErrorsOf } from '../base/errors.ts'
import { openGit } from '../nodes/git/git.ts'
import { resolveRef } from '../nodes/git/refs.ts'
import { COMFYUI } from '../nodes/names.ts'
import type { Snapshot } from '../nodes/snapshot.ts'
import type { Task } from './mode.ts'

/** What a branch or a tag came to. */
export interface Resolved {
  url: string
  from: string
  commit: string
}

const COMMIT = /^[0-9a-f]{40}$/

/** The snapshot with a commit in the place of each branch and tag, as they are now. */
export async function pinned(
  snapshot: Snapshot,
  { services, inputs }: Pick<Task, 'services' | 'inputs'>,
): Promise<{ snapshot: Snapshot; resolved: Resolved[] }> {
  const floating = [
    ...snapshot.git.map(({ url, commit }) => ({ url, from: commit })),
    ...(snapshot.comfyui === null ? [] : [{ url: COMFYUI, from: snapshot.comfyui }]),
  ].filter(({ from }) => !COMMIT.test(from))
  if (floating.length === 0) return { snapshot, resolved: [] }
  const git = openGit(services)
  const errors: UserError[] = []
  const found = await atOnce(inputs.restoring.jobs, floating, async ({ url, from }) => {
    try {
      return [{ url, from, commit: await resolveRef(git, url, from) }]
    } catch (error) {
      // Every node that has no such branch is told of, not the first alone.
      if (!isUserError(error)) throw error
      errors.push(...userErrorsOf(error))
      return []
    }
  })
  if (errors.length > 0) throw new UserErrors(errors)
  const resolved = found.flat()
  const commitOf = (url: string, from: string) =>
    resolved.find((each) => each.url === url && each.from === from)?.commit ?? from
  return {
    resolved,
    snapshot: {
      ...snapshot,
      comfyui: snapshot.comfyui === null ? null : commitOf(COMFYUI, snapshot.comfyui),
      git: snapshot.git.map((node) => ({ ...node, commit: commitOf(node.url, node.commit) })),
    },
  }
}
