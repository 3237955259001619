import type { ErrorCode } from '../../base/errors.ts'
import { printable } from '../../base/printable.ts'
import { withoutLogin } from '../../base/written/reading.ts'
import { shortened } from '../../base/written/words.ts'

/** Something to put right, or to think about, before it is known where it stands. */
export interface Remark {
  message: string
  hint: string
}

/** Something to put right. */
export interface Objection extends Remark {
  code: ErrorCode
}

/** A remark, and the part of the snapshot that it is about. */
export type Found<R extends Remark = Objection> = R & { path: readonly (string | number)[] }

/** Text of the user's in a message: without what somebody logs in with, however strangely it is written. */
export function shown(text: string): string {
  const safe = text.includes('@') ? text.replace(/^([a-z+]*:\/\/)?.*@/is, '$1…@') : text
  return shortened(printable(withoutLogin(safe)))
}
