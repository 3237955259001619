import type { Digest } from '../base/digest.ts'
import { Problems, UserError } from '../base/errors.ts'
import { type Receipt, type ReceiptTag, receiptArtifact } from '../plan/receipt.ts'
import { headDigest, previousOf } from '../transaction/before.ts'
import type { TagState } from '../transaction/journal.ts'
import { settle, type Targets, targetOf } from '../transaction/targets.ts'
import type { Destination } from './destination.ts'

/** What the tag shall hold in one registry. */
export interface Target {
  repository: string
  digest: Digest
  /** In words, for the receipt. */
  reason: string
  /** What the tag has to hold until then; null: nobody knows what it was given. Absent: whatever it holds. */
  expected?: Digest | null
}

/** What `to` means in each registry; all that is wrong with it is told together. */
export async function findTargets(
  to: Destination,
  tag: string,
  targets: Targets,
  receipt: Receipt | undefined,
): Promise<Target[]> {
  const problems = new Problems()
  const found = await settle(
    [...targets.keys()].map((repository) =>
      problems.tryAsync(() => findTarget(to, tag, repository, targets, receipt)),
    ),
  )
  problems.throwIfAny()
  return found.flatMap((target) => target ?? [])
}

async function findTarget(
  to: Destination,
  tag: string,
  repository: string,
  targets: Targets,
  receipt: Receipt | undefined,
): Promise<Target> {
  if (to.by === 'digest') return { repository, digest: to.digest, reason: 'put back to this digest' }
  if (receipt) return fromReceipt(receipt, tag, repository)
  const name = to.by === 'tag' ? to.tag : previousOf(tag)
  const digest = await headDigest(name, targetOf(targets, repository))
  if (digest !== null) return { repository, digest, reason: `put back to ${name}` }
  throw new UserError('IMG6103', `${repository} has no tag ${name}.`, {
    hint: 'Set "list" to see the states that the tag can go back to.',
  })
}

function fromReceipt(receipt: Receipt, tag: string, repository: string): Target {
  const entry = receiptTags(receipt, repository).find(({ name }) => name === tag)
  const what = `the run of ${receiptArtifact(receipt.plan, receipt.attempt)}`
  if (!entry) {
    throw new UserError('IMG6104', `${repository}:${tag} was not touched by ${what}.`, {
      hint: `Name the receipt of another run: this one gave tags to ${touched(receipt)}.`,
    })
  }
  if (entry.before === null) {
    throw new UserError('IMG6105', `${repository}:${tag} did not exist before ${what}.`, {
      hint: 'There is nothing to go back to; name a digest or another tag.',
    })
  }
  return { repository, digest: entry.before, reason: `put back to before ${what}`, expected: entry.after }
}

export function receiptTags({ images }: Pick<Receipt, 'images'>, repository: string): ReceiptTag[] {
  return images
    .flatMap(({ repositories }) => repositories)
    .flatMap((each) => (each.repository === repository ? each.tags : []))
}

function touched({ images }: Receipt): string {
  const tags = images
    .flatMap(({ repositories }) => repositories)
    .flatMap(({ repository, tags }) => tags.map(({ name }) => `${repository}:${name}`))
  return tags.slice(0, 10).join(', ') || 'nothing'
}

/** What only `force` goes on from: the tag is not as the receipt left it, or the registries would differ afterwards. */
export function checkExpected(
  wanted: readonly Target[],
  tags: readonly TagState[],
  options: { tag: string; force: boolean },
): void {
  if (options.force) return
  const problems = new Problems()
  const held = new Map(tags.map(({ repository, before }) => [repository, before]))
  for (const { repository, digest, expected } of wanted) {
    const now = held.get(repository) ?? null
    if (expected === undefined || now === expected || now === digest) continue
    problems.add(
      'IMG6201',
      `${repository}:${options.tag} holds ${now ?? 'nothing'}, not ${expected ?? 'what the receipt knows'}: it moved since.`,
      'Look at what it holds now; "force" puts it back all the same.',
    )
  }
  if (tags.every(({ before }) => before === null)) {
    problems.add('IMG6202', `No registry has the tag ${options.tag}.`, 'Check its name; "force" makes it.')
  }
  if (new Set(wanted.map(({ digest }) => digest)).size > 1) {
    const states = wanted.map(({ repository, digest }) => `${repository}: ${digest}`)
    problems.add(
      'IMG6203',
      `The registries would hold different images afterwards (${states.join(', ')}).`,
      'Name a digest or a receipt that is the same everywhere; "force" puts each back to its own.',
    )
  }
  problems.throwIfAny()
}
