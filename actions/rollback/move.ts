import { NoArtifacts } from '../base/artifacts.ts'
import { UserError } from '../base/errors.ts'
import { keepManifest } from '../base/kept-manifest.ts'
import type { RetryPolicy } from '../base/retry.ts'
import type { Receipt } from '../plan/receipt.ts'
import { headDigest, keepChildren } from '../transaction/before.ts'
import type { Cancellation } from '../transaction/cancellation.ts'
import { type ImageState, Journal } from '../transaction/journal.ts'
import { failureOf } from '../transaction/outcome.ts'
import { putBack } from '../transaction/put-back.ts'
import { keepReceipt, makeReceipt, receiptImage } from '../transaction/receipt.ts'
import { tagImages } from '../transaction/tag-image.ts'
import { settle, targetOf } from '../transaction/targets.ts'
import { bringBack } from './bring-back.ts'
import type { Move } from './check.ts'
import { platformsOf } from './content.ts'
import type { Rollback } from './run.ts'
import type { Lack, Sources } from './wholeness.ts'

interface Means {
  sources: Sources
  cancellation: Cancellation
  retry: RetryPolicy
}

export interface Moved {
  /** By repository. */
  restored: ReadonlyMap<string, readonly Lack[]>
  /** Absent: no tag was touched. */
  receipt?: Receipt
  reference: string
  /** Every tag is where it should be; an error beside it is the receipt's. */
  done: boolean
  error?: unknown
}

/** Brings back what was deleted, then moves the tag everywhere, or puts it back where it had moved. */
export async function moveTag(
  rollback: Rollback,
  moves: readonly Move[],
  origin: { version: string; revision: string },
  means: Means,
): Promise<Moved> {
  const { inputs, id, attempt, clock, repository, log } = rollback
  const { keepPrevious } = inputs
  const states = statesOf(moves, inputs.image)
  const restored = new Map<string, Lack[]>()
  const head = { kind: 'rollback', plan: id, repository, ...origin, attempt, keepPrevious } as const
  const journal = Journal.begin(rollback.temp, { ...head, started: clock.now() })
  let error: unknown
  try {
    means.cancellation.check(`${inputs.image} was not rolled back: cancelled before anything was changed.`)
    await bringAllBack(moves, restored, means)
    await transact(states, journal, means)
  } catch (cause) {
    error = failureOf(inputs.image, journal.document.images, cause, 'rollback')
  } finally {
    means.cancellation.release()
  }
  const done = error === undefined
  if (journal.document.images.length === 0) return { restored, reference: '', done, error }
  const images = states.map((state) => receiptImage(state, { kind: 'rollback', keepPrevious, error }))
  const receipt = makeReceipt(journal.document, { images, leftovers: [] }, clock.now())
  const kept = await keepReceipt(receipt, await rollback.artifacts()).then(
    (reference) => ({ reference }),
    (failure: UserError) => {
      if (!(failure.cause instanceof NoArtifacts)) return { reference: '', error: failure }
      log.warn(String(failure))
      return { reference: '' }
    },
  )
  if (journal.finished) journal.remove()
  return { restored, receipt, done, ...kept, ...(done ? {} : { error }) }
}

/** One for each image that the tag gets: the same everywhere, save where it was forced to be another. */
function statesOf(moves: readonly Move[], name: string): ImageState[] {
  return [...Map.groupBy(moves, ({ digest }) => digest)].map(([digest, group]) => {
    const { manifest } = group[0]!
    return {
      name,
      digest,
      ...keepManifest(manifest),
      platforms: platformsOf(manifest),
      repositories: group.map(({ tag }) => tag.repository),
      phase: 'tagging',
      tags: group.map(({ tag }) => tag),
    }
  })
}

/** Registries one beside the other; in each, children come before what lists them. */
async function bringAllBack(
  moves: readonly Move[],
  restored: Map<string, Lack[]>,
  { sources, retry }: Means,
): Promise<void> {
  const lacking = moves.filter(({ lacks }) => lacks.length > 0)
  await settle(
    lacking.map(({ digest, lacks, tag: { repository } }) => {
      const onRestored = (lack: Lack) =>
        void restored.set(repository, [...(restored.get(repository) ?? []), lack])
      return bringBack({ digest, repository, lacks }, sources, { retry, onRestored })
    }),
  )
}

async function transact(states: readonly ImageState[], journal: Journal, means: Means): Promise<void> {
  const { sources, cancellation, retry } = means
  const { targets, archive } = sources
  const kept = await settle(states.map(({ tags, digest }) => keepChildren(tags, digest, targets, archive)))
  cancellation.hold()
  await expectUnmoved(states, sources)
  for (const [position, state] of states.entries())
    journal.add(
      state,
      (kept[position] ?? []).flatMap((digest) => archive.at(digest) ?? []),
    )
  try {
    await tagImages(states, targets, { journal, cancellation, retry })
  } catch (error) {
    await putBack(states, targets, journal)
    throw error
  }
}

/** Compare and set, as far as a registry allows: what was decided for one state of the tag is not done to another. */
async function expectUnmoved(states: readonly ImageState[], { targets }: Sources): Promise<void> {
  const tags = states.flatMap((state) => state.tags)
  await settle(
    tags.map(async ({ repository, tag, before }) => {
      const now = await headDigest(tag, targetOf(targets, repository))
      if (now === before) return
      throw new UserError(
        'IMG6204',
        `${repository}:${tag} was given ${now ?? 'up'} by something else in the meantime; nothing was moved.`,
        { hint: 'Look at what it holds now, then run it again.' },
      )
    }),
  )
}
