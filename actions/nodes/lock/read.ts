import { UserError } from '../../base/errors.ts'
import type { Lock } from './lock.ts'

/** Throws everything that is wrong with it at once, each fault with its place. */
export function readLock(_text: string, file: string): Lock {
  throw new UserError(`${file} can't be read yet.`)
}
