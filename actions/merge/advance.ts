import * as pep440 from '@renovatebot/pep440'
import semver from 'semver'
import type { Ancestry } from '../base/ancestry.ts'
import { messageOf, UserError } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import type { TagOrder } from '../plan/plan.ts'
import type { Provenance } from '../registry/provenance.ts'

export interface Verdict {
  move: boolean
  reason: string
  /** It moves, but nobody could show that this is forward. */
  warning?: boolean
}

interface Ours {
  revision: string
  order: TagOrder
}

const UNLABELLED = 'what it holds tells no origin'

/** Whether a moving tag may leave what it holds for ours. Fails when the history gives no answer. */
export async function judge(ours: Ours, held: Provenance, ancestry: Ancestry | undefined): Promise<Verdict> {
  if (ours.order.by === 'version') return judgeVersion(ours.order.version, held.version)
  try {
    return await judgeRevision(ours.revision, ours.order.branch, held.revision, ancestry)
  } catch (cause) {
    throw new UserError(
      'IMG4203',
      `The history of the repository gave no answer: ${sentence(messageOf(cause))}`,
      {
        hint: 'Run it again later, or name the tag in "force-move".',
        cause,
      },
    )
  }
}

function judgeVersion(ours: string, held: string | undefined): Verdict {
  const order = held === undefined ? undefined : compareVersions(ours, held)
  if (held === undefined || order === undefined)
    return { move: true, warning: true, reason: `${UNLABELLED} as a version` }
  if (isPrerelease(ours) && !isPrerelease(held))
    return { move: false, reason: `the prerelease ${ours} does not take it from ${held}` }
  return order < 0
    ? { move: false, reason: `it holds ${held}, which is newer than ${ours}` }
    : { move: true, reason: order === 0 ? `${held} again` : `${held} → ${ours}` }
}

async function judgeRevision(
  ours: string,
  branch: string | undefined,
  held: string | undefined,
  ancestry: Ancestry | undefined,
): Promise<Verdict> {
  if (held === ours) return { move: true, reason: 'the same revision again' }
  if (!ancestry) return { move: true, warning: true, reason: 'there is no history to ask' }
  if (held === undefined) return judgeUnlabelled(ours, branch, ancestry)
  const place = await ancestry.compare(held, ours)
  if (place === 'behind') return { move: false, reason: `it holds ${short(held)}, which is newer` }
  if (place !== 'diverged') return { move: true, reason: `${short(held)} → ${short(ours)}` }
  const onBranch = branch !== undefined && (await ancestry.contains(branch, ours))
  return onBranch
    ? { move: true, reason: `${branch} was rewritten and holds ${short(ours)} now` }
    : { move: false, reason: `it holds ${short(held)}, from which ${short(ours)} has diverged` }
}

async function judgeUnlabelled(
  ours: string,
  branch: string | undefined,
  ancestry: Ancestry,
): Promise<Verdict> {
  const head = branch === undefined ? undefined : await ancestry.head(branch)
  return head === undefined || head === ours
    ? { move: true, warning: true, reason: UNLABELLED }
    : { move: false, reason: `${UNLABELLED}, and ${branch} stands at ${short(head)} already` }
}

/** Undefined: no common order. */
function compareVersions(a: string, b: string): number | undefined {
  if (semver.valid(a) && semver.valid(b)) return semver.compare(a, b)
  return pep440.valid(a) && pep440.valid(b) ? pep440.compare(a, b) : undefined
}

function isPrerelease(version: string): boolean {
  if (semver.valid(version)) return semver.prerelease(version) !== null
  return pep440.explain(version)?.is_prerelease ?? false
}

function short(revision: string): string {
  return revision.slice(0, 12)
}
