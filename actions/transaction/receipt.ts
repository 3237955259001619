import type { Artifacts } from '../base/artifacts.ts'
import type { Digest } from '../base/digest.ts'
import { messageOf, UserError } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import type { PlannedImage } from '../plan/plan.ts'
import {
  type Receipt,
  type ReceiptImage,
  type ReceiptTag,
  receiptArtifact,
  serialiseReceipt,
} from '../plan/receipt.ts'
import { previousOf } from './before.ts'
import type { ImageState, JournalDocument, TagState, TransactionKind } from './journal.ts'

/** What was done stays done when this fails, but the job must not look as if all were well. */
export async function keepReceipt(receipt: Receipt, artifacts: Artifacts): Promise<string> {
  const name = receiptArtifact(receipt.plan, receipt.attempt)
  try {
    return `${name}@${await artifacts.put(name, serialiseReceipt(receipt))}`
  } catch (cause) {
    const hint = 'Run it again: a rerun converges.'
    throw new UserError('IMG4304', `The receipt ${name} was not kept: ${sentence(messageOf(cause))}`, {
      hint,
      cause,
    })
  }
}

type Superseded = ReceiptImage['repositories'][number]['superseded']

export function makeReceipt(
  { head, manifests }: Pick<JournalDocument, 'head' | 'manifests'>,
  parts: Pick<Receipt, 'images' | 'leftovers'>,
  now: number,
): Receipt {
  const { kind: _kind, keepPrevious: _, started, ...run } = head
  const created = new Date(now).toISOString()
  return { schema: 1, ...run, created, ...parts, manifests, duration: Math.max(0, Math.round(now - started)) }
}

/** What the receipt says of an image whose transaction ran. */
export function receiptImage(
  state: ImageState,
  options: { kind?: TransactionKind; keepPrevious: boolean; error?: unknown },
): ReceiptImage {
  const failed = options.error !== undefined
  // What a rollback leaves is what the next one may want: nothing is cleaned up after it.
  const leaves = !failed && options.kind !== 'rollback'
  return {
    name: state.name,
    outcome: failed ? 'failed' : 'published',
    ...(failed ? { error: messageOf(options.error) } : {}),
    digest: state.digest,
    mediaType: state.mediaType,
    platforms: state.platforms,
    repositories: state.repositories.map((repository) => {
      const tags = state.tags.filter((tag) => tag.repository === repository)
      return {
        repository,
        tags: tags.map((tag) => receiptTag(tag, state.digest)),
        superseded: leaves
          ? tags.flatMap((tag) => supersededBy(tag, state.digest, options.keepPrevious))
          : [],
      }
    }),
  }
}

/** What the receipt says of an image for which no registry was touched. */
export function plainImage(
  image: PlannedImage,
  outcome: 'built' | 'failed',
  parts: { platforms: ReceiptImage['platforms']; error?: unknown },
): ReceiptImage {
  return {
    name: image.name,
    outcome,
    ...(parts.error === undefined ? {} : { error: messageOf(parts.error) }),
    digest: null,
    mediaType: '',
    platforms: parts.platforms,
    repositories: image.repositories.map((repository) => ({ repository, tags: [], superseded: [] })),
  }
}

function receiptTag({ tag, moves, before, outcome, reason }: TagState, ours: Digest): ReceiptTag {
  return { name: tag, moves, before, after: heldAfter(before, outcome, ours), outcome, reason }
}

function heldAfter(before: Digest | null, outcome: TagState['outcome'], ours: Digest): Digest | null {
  if (outcome === 'unknown') return null
  return outcome === 'created' || outcome === 'moved' || outcome === 'unchanged' ? ours : before
}

function supersededBy(tag: TagState, ours: Digest, keepPrevious: boolean): Superseded {
  if (!tag.moves || tag.outcome !== 'moved') return []
  const digest = keepPrevious ? (tag.keep ? tag.previous : null) : tag.before
  if (digest === null || digest === ours) return []
  return [{ tag: keepPrevious ? previousOf(tag.tag) : tag.tag, digest }]
}
