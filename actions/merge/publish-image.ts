import type { Ancestry } from '../base/ancestry.ts'
import { keepManifest } from '../base/kept-manifest.ts'
import type { Log } from '../base/log.ts'
import type { RetryPolicy } from '../base/retry.ts'
import type { Plan, PlannedImage } from '../plan/plan.ts'
import type { BuildRecord } from '../plan/record.ts'
import { Archive } from '../registry/archive.ts'
import type { Manifest, Registries } from '../registry/types.ts'
import { checkPreviousTags, keepChildren, readBefore } from '../transaction/before.ts'
import type { Cancellation } from '../transaction/cancellation.ts'
import type { ImageState, Journal } from '../transaction/journal.ts'
import { putBack } from '../transaction/put-back.ts'
import { tagImages } from '../transaction/tag-image.ts'
import { openTargets, settle, type Targets } from '../transaction/targets.ts'
import { verifyChildren } from './children.ts'
import { decideTags } from './decide.ts'
import { indexManifest, indexType } from './index-manifest.ts'
import type { MergeOptions } from './inputs.ts'

export interface Transaction {
  plan: Plan
  options: MergeOptions
  registries: Registries
  ancestry: Ancestry | undefined
  cancellation: Cancellation
  journal: Journal
  /** For reading back. */
  retry: RetryPolicy
  log: Log
}

export interface Published {
  /** Absent: it failed before anything was decided. */
  state?: ImageState
  error?: unknown
}

/** Publishes one image everywhere, or puts back what it moved. Stages overlap as far as their order allows: latency decides. */
export async function publishImage(
  image: PlannedImage,
  records: readonly BuildRecord[],
  transaction: Transaction,
): Promise<Published> {
  const { cancellation, journal } = transaction
  const targets = openTargets(transaction.registries, image.repositories)
  let state: ImageState | undefined
  try {
    cancellation.check()
    const prepared = await prepare(image, records, targets, transaction)
    cancellation.hold()
    state = prepared.state
    journal.add(state, prepared.before)
    await tagImages([state], targets, transaction)
    return { state }
  } catch (error) {
    if (!state) return { error }
    await putBack([state], targets, journal)
    return { state, error }
  } finally {
    cancellation.release()
  }
}

interface Prepared {
  state: ImageState
  /** What moving tags hold, with its children. */
  before: Manifest[]
}

/** Nothing becomes visible here: children and present state are read, the index is put by digest, the tags are decided. */
async function prepare(
  image: PlannedImage,
  records: readonly BuildRecord[],
  targets: Targets,
  transaction: Transaction,
): Promise<Prepared> {
  const { options, plan, ancestry, log } = transaction
  const { keepPrevious, forceMove } = options
  if (keepPrevious) checkPreviousTags(image.tags)
  const mediaType = indexType(options.index, image, records)
  const index = indexManifest({ records, annotations: image.annotations, mediaType })
  const archive = new Archive()
  const [tags] = await Promise.all([
    readBefore(image.tags, targets, archive, keepPrevious),
    verifyChildren(records, targets, archive),
  ])
  const state = newState(image, records, index, tags)
  const decision = { digest: index.digest, revision: plan.revision, forceMove, keepPrevious, ancestry }
  const [kept] = await Promise.all([
    keepChildren(state.tags, index.digest, targets, archive),
    decideTags(image.tags, state.tags, { ...decision, targets, archive, log }),
    settle([...targets.values()].map((client) => client.putManifest(index.digest, index))),
  ])
  return { state, before: kept.flatMap((digest) => archive.at(digest) ?? []) }
}

function newState(
  image: PlannedImage,
  records: readonly BuildRecord[],
  index: Manifest,
  tags: ImageState['tags'],
): ImageState {
  return {
    name: image.name,
    digest: index.digest,
    ...keepManifest(index),
    platforms: records.map(({ platform, digest, size }) => ({ platform, digest, size })),
    repositories: [...image.repositories],
    phase: 'tagging',
    tags,
  }
}
