import { UserError } from '../../base/errors.ts'
import { isTag } from '../../base/reference.ts'
import type { PlannedTag, TagOrder } from '../plan.ts'

/** What a tag can't hold becomes one dash. */
export function sanitise(name: string): string {
  return name.replace(/[^a-zA-Z0-9._-]+/g, '-')
}

export function plannedTag(text: string, reason: string, moves?: TagOrder): PlannedTag {
  const name = sanitise(text).replace(/^[.-]+/, '')
  if (isTag(name)) return moves === undefined ? { name, reason } : { name, reason, moves }
  if (name.length > 128) {
    throw new UserError('IMG1304', `The tag "${name}" has ${name.length} characters (${reason}).`, {
      hint: 'A tag has at most 128 characters; shorten the branch, the prefix or the suffix.',
    })
  }
  throw new UserError('IMG1305', `"${text}" gives no tag (${reason}): nothing in it can stand in a tag.`, {
    hint: 'Tags consist of letters, digits, "_", "." and "-".',
  })
}
