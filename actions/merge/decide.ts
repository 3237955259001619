import type { Ancestry } from '../base/ancestry.ts'
import type { Digest } from '../base/digest.ts'
import { Problems } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { PlannedTag, TagOrder } from '../plan/plan.ts'
import type { Archive } from '../registry/archive.ts'
import { type Provenance, readProvenance } from '../registry/provenance.ts'
import type { TagState } from '../transaction/journal.ts'
import { settle, type Targets, targetOf } from '../transaction/targets.ts'
import { judge, type Verdict } from './advance.ts'
import { type ForceMove, isForced } from './inputs.ts'

export interface Decision {
  /** Of the index that is to be published. */
  digest: Digest
  revision: string
  forceMove: ForceMove
  keepPrevious: boolean
  ancestry: Ancestry | undefined
  targets: Targets
  archive: Archive
  log: Log
}

/** Decides for every tag, once for all registries, and writes it into the states. All refusals are told together. */
export async function decideTags(
  tags: readonly PlannedTag[],
  states: readonly TagState[],
  decision: Decision,
): Promise<void> {
  const problems = new Problems()
  await settle(
    tags.map(async (tag) => {
      const everywhere = states.filter((state) => state.tag === tag.name)
      if (tag.moves) await decideMoving(tag.name, tag.moves, everywhere, decision)
      else await decideFixed(everywhere, decision, problems)
    }),
  )
  problems.throwIfAny()
}

async function decideFixed(
  states: readonly TagState[],
  decision: Decision,
  problems: Problems,
): Promise<void> {
  await settle(
    states.map(async (state) => {
      if (state.before === decision.digest) {
        keepAsIs(state)
        return
      }
      state.planned = true
      if (state.before === null) return
      const { revision } = await provenanceOf('revision', state.before, state.repository, decision)
      if (revision === decision.revision) {
        state.reason = 'built again from the same revision'
        return
      }
      problems.add(
        'IMG4202',
        `${state.repository}:${state.tag} exists and holds ${revision ? `revision ${revision}` : 'an image of unknown revision'}, not ${decision.revision}.`,
        'A fixed tag is never given to another revision: publish under a new version, or delete the tag first.',
      )
    }),
  )
}

/** The tag moves only if it may leave everything that it holds anywhere. */
async function decideMoving(
  tag: string,
  order: TagOrder,
  states: readonly TagState[],
  decision: Decision,
): Promise<void> {
  const verdicts = isForced(decision.forceMove, tag)
    ? [{ move: true, reason: 'force-move' }]
    : await judgeAll(order, states, decision)
  const verdict = verdicts.find(({ move }) => !move) ?? verdicts.find((each) => each.warning) ?? verdicts[0]
  if (verdict?.warning) decision.log.warn(`${tag} moves, though ${verdict.reason}.`)
  for (const state of states) apply(state, verdict, decision)
}

async function judgeAll(
  order: TagOrder,
  states: readonly TagState[],
  decision: Decision,
): Promise<Verdict[]> {
  const holders = new Map(
    states.flatMap(({ before, repository }) =>
      before === null || before === decision.digest ? [] : [[before, repository] as const],
    ),
  )
  const { revision, ancestry } = decision
  return settle(
    [...holders].map(async ([digest, repository]) =>
      judge({ revision, order }, await provenanceOf(order.by, digest, repository, decision), ancestry),
    ),
  )
}

function apply(state: TagState, verdict: Verdict | undefined, decision: Decision): void {
  if (state.before === decision.digest) {
    keepAsIs(state)
    return
  }
  if (verdict) state.reason = verdict.reason
  if (verdict && !verdict.move) {
    state.outcome = 'stayed'
    return
  }
  state.planned = true
  state.keep = decision.keepPrevious && state.before !== null && state.before !== state.previous
}

function keepAsIs(state: TagState): void {
  state.outcome = 'unchanged'
  state.reason = 'it holds this image already'
}

async function provenanceOf(
  wanted: keyof Provenance,
  digest: Digest,
  repository: string,
  { targets, archive }: Decision,
): Promise<Provenance> {
  const client = targetOf(targets, repository)
  const manifest = await archive.fetch(digest, client)
  return manifest ? readProvenance(wanted, manifest, client, archive) : {}
}
