import * as z from 'zod'
import { digestSchema as digest } from '../base/digest-schema.ts'
import { keptManifest, recallManifest } from '../base/kept-manifest.ts'
import { formatRepository, isTag, parseRepository } from '../base/reference.ts'
import { readDocument } from '../base/schema.ts'

/** What becomes part of an address is taken from a document only where it can't lead elsewhere. */
const tagName = z.string().refine(isTag, 'is not a tag')
const repositoryName = z.string().refine(isRepository, 'is not a repository (ghcr.io/owner/app)')

const tag = z.strictObject({
  name: tagName,
  moves: z.boolean(),
  before: digest.nullable(),
  after: digest.nullable(),
  /** created, moved, unchanged: it holds our digest now; stayed: it would have gone backwards; restored: put back after a failure; unknown: the registry did not answer any more. */
  outcome: z.enum(['created', 'moved', 'unchanged', 'stayed', 'restored', 'untouched', 'unknown']),
  reason: z.string(),
})

const image = z.strictObject({
  name: z.string(),
  outcome: z.enum(['published', 'failed', 'built']),
  error: z.string().optional(),
  /** Of the index; null where none was made. */
  digest: digest.nullable(),
  mediaType: z.string(),
  platforms: z.array(z.strictObject({ platform: z.string(), digest, size: z.int() })),
  repositories: z.array(
    z.strictObject({
      repository: repositoryName,
      tags: z.array(tag),
      /** What left `<tag>-previous` (or, without it, the moved tag): what cleanup may take. */
      superseded: z.array(z.strictObject({ tag: tagName, digest })),
    }),
  ),
})

/** What merge did: per repository and tag the digest before and after, and the raw manifests of what was replaced. */
const receipt = z.strictObject({
  schema: z.literal(1),
  plan: z.string(),
  repository: z.string(),
  revision: z.string(),
  version: z.string(),
  /** When it was written: the end of the merge. */
  created: z.string(),
  attempt: z.int().positive(),
  images: z.array(image),
  /** By digest: index and children as they stood before, to be put again by a rollback. */
  manifests: z.record(z.string(), keptManifest),
  /** Children of a failed image that could not be removed, as references. */
  leftovers: z.array(z.string()),
  /** Of the merge, in milliseconds. */
  duration: z.int().nonnegative(),
  /** From the plan to here, in milliseconds: what the next summary compares itself with. */
  total: z.int().nonnegative().optional(),
})

export type ReceiptTag = z.infer<typeof tag>
export type ReceiptImage = z.infer<typeof image>
export type Receipt = z.infer<typeof receipt>

export function parseReceipt(text: string, name = ''): Receipt {
  return readDocument(receipt, text, {
    what: ['The receipt', name].join(' ').trim(),
    code: 'IMG1407',
    hint: 'Use a receipt as its run left it, with actions of the same version.',
  })
}

function isRepository(name: string): boolean {
  try {
    return formatRepository(parseRepository(name)) === name
  } catch {
    return false
  }
}

export function serialiseReceipt(receipt: Receipt): string {
  return JSON.stringify(receipt)
}

/** Each under the digest of its bytes, whatever the receipt calls it. */
export function manifestsIn({ manifests }: Receipt) {
  return Object.values(manifests).map((kept) => recallManifest(kept))
}

export function receiptArtifact(plan: string, attempt: number): string {
  return `receipt-${plan}-${attempt}`
}
