import type { Digest } from '../base/digest.ts'
import { Problems } from '../base/errors.ts'
import type { Manifest } from '../registry/types.ts'
import { readBefore } from '../transaction/before.ts'
import type { TagState } from '../transaction/journal.ts'
import { settle } from '../transaction/targets.ts'
import type { Destination } from './destination.ts'
import type { ReceiptSource } from './receipts.ts'
import { checkExpected, findTargets, type Target } from './target.ts'
import { checkWhole, IncompleteError, type Lack, lacksOf, obtain, type Sources } from './wholeness.ts'

/** What becomes of the tag in one registry. */
export interface Move {
  tag: TagState
  digest: Digest
  manifest: Manifest
  /** What has to be brought back before the tag may move. */
  lacks: Lack[]
}

export interface Question {
  tag: string
  to: Destination
  force: boolean
  keepPrevious: boolean
}

/** Looks at everything in all registries, and changes nothing: either the tag can go back everywhere, or it says why not. */
export async function check(
  question: Question,
  sources: Sources,
  receipts: Pick<ReceiptSource, 'find'>,
): Promise<Move[]> {
  const { tag, to, keepPrevious } = question
  const { targets, archive } = sources
  const receipt = await receipts.find(to)
  for (const manifest of receipt?.manifests ?? []) archive.add(manifest)
  const moving = { name: tag, reason: '', moves: { by: 'revision' } as const }
  const reading = new Problems()
  const finding = new Problems()
  const [held, found] = await Promise.all([
    settle(
      [...targets].map((target) =>
        reading.tryAsync(() => readBefore([moving], new Map([target]), archive, keepPrevious)),
      ),
    ),
    finding.tryAsync(() => findTargets(to, tag, targets, receipt?.receipt)),
  ])
  // A registry that tells nothing of the tag has told nothing of its states either.
  reading.throwIfAny()
  finding.throwIfAny()
  const tags = held.flatMap((states) => states ?? [])
  const wanted = found ?? []
  checkExpected(wanted, tags, question)
  const problems = new Problems()
  const moves = await settle(
    wanted.map((target) => problems.tryAsync(() => planMove(target, tags, keepPrevious, sources))),
  )
  problems.throwIfAny()
  return moves.flatMap((move) => move ?? [])
}

async function planMove(
  target: Target,
  tags: readonly TagState[],
  keepPrevious: boolean,
  sources: Sources,
): Promise<Move> {
  const { repository, digest, reason } = target
  const held = tags.find((tag) => tag.repository === repository)
  if (!held) throw new Error(`${repository} was not read.`)
  const lacks = await lacksOf(digest, repository, sources)
  const manifest = await obtain(digest, undefined, sources)
  if (!manifest) throw new Error(`${digest} was not kept.`)
  if (held.before === digest) {
    const same = { ...held, outcome: 'unchanged', reason: 'it holds it already' } as const
    return { tag: same, digest, manifest, lacks }
  }
  const keep = keepPrevious && held.before !== null && (await isWhole(held.before, repository, sources))
  const lost = keepPrevious && held.before !== null && !keep
  const why = lost ? `${reason}; what it held is broken, so it is not kept` : reason
  return { tag: { ...held, planned: true, keep, reason: why }, digest, manifest, lacks }
}

/** A broken image may be the very reason to go back: a registry would refuse to give it another tag. */
async function isWhole(digest: Digest, repository: string, sources: Sources): Promise<boolean> {
  try {
    await checkWhole(digest, repository, sources)
    return true
  } catch (error) {
    if (error instanceof IncompleteError) return false
    throw error
  }
}
