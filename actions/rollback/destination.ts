import { type Digest, isDigest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { isTag } from '../base/reference.ts'

/** What the input `to` means, before any registry is asked. */
export type Destination =
  | { by: 'previous' }
  | { by: 'digest'; digest: Digest }
  | { by: 'tag'; tag: string }
  /** By its artifact's name, with the digest where it was given; or by its path. */
  | { by: 'receipt'; name: string; digest?: Digest }
  | { by: 'file'; path: string }

const RECEIPT = /^(receipt-[0-9a-f]{12}-\d{1,9})(?:@(sha256:[0-9a-f]{64}))?$/

export function readDestination(input: string): Destination {
  const text = input.trim()
  if (text === '' || text === 'previous') return { by: 'previous' }
  if (isDigest(text)) return { by: 'digest', digest: text }
  const [, name, digest] = RECEIPT.exec(text) ?? []
  if (name !== undefined) return { by: 'receipt', name, ...(digest ? { digest: digest as Digest } : {}) }
  if (text.endsWith('.json') || /^\.{0,2}\//.test(text)) return { by: 'file', path: text }
  if (isTag(text)) return { by: 'tag', tag: text }
  throw new UserError('IMG6004', `Input "to" is "${text}".`, {
    hint: 'Write previous, a receipt (receipt-…, or the path of one, which ends in .json), a digest (sha256: and 64 hex digits) or another tag.',
  })
}

/** As the user would write it. */
export function spokenDestination(to: Destination): string {
  switch (to.by) {
    case 'previous':
      return 'previous'
    case 'digest':
      return to.digest
    case 'tag':
      return to.tag
    case 'receipt':
      return to.name
    case 'file':
      return to.path
  }
}
