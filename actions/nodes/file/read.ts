import { type Place, UserError } from '../../base/errors.ts'
import type { Snapshot } from '../snapshot.ts'

export interface ReadSnapshot {
  /** As the user knows it, relative to the checkout. */
  file: string
  /** In its normal form; what can't be brought to one stands as it is written, and `validate` finds it. */
  snapshot: Snapshot
  /** Of a part of `snapshot`: `['git', 3, 'commit']`, `['comfyui']`; of what is nearest, where it is not written. */
  placeOf(path: readonly (string | number)[]): Place
}

/** Throws everything at once by which the text is no snapshot, each fault with its place. */
export function readSnapshot(_text: string, file: string): ReadSnapshot {
  throw new UserError(`${file} can't be read yet.`)
}
