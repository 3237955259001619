import type { Finding } from '../check.ts'
import type { Node } from './tree.ts'
import type { Users } from './users.ts'

/** As the check file calls it. */
export function typeOf({ entry }: Node): 'file' | 'directory' | 'link' | 'device' {
  return entry.type === 'hard-link' ? 'file' : entry.type
}

export function modeOf({ entry }: Node): string {
  return entry.mode.toString(8).padStart(4, '0')
}

/** Names are those of the image; a name that it does not know can own nothing. */
export function ownerFinding(
  path: string,
  asked: string,
  { entry }: Node,
  users: Users,
): Finding | undefined {
  const [user = '', group] = asked.split(':')
  const uid = users.uid(user)
  const gid = group === undefined ? entry.gid : users.gid(group)
  const unknown = uid === undefined ? `user ${user}` : gid === undefined ? `group ${group}` : undefined
  if (uid === entry.uid && gid === entry.gid) return undefined
  return {
    expected: asked,
    actual: `${users.ownerOf(entry)} (${entry.uid}:${entry.gid})`,
    hint: unknown
      ? `The image has no ${unknown}.`
      : `COPY --chown=${asked}, or RUN chown ${asked} ${path} in the step that makes it.`,
  }
}
