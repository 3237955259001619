import { shortPin } from '../names.ts'
import { findCandidate, NoCandidate, type Release } from './candidate.ts'
import type { History } from './history.ts'
import type { Looked } from './looked.ts'
import type { Policy } from './policy.ts'
import { scrutinise } from './scrutiny.ts'
import { nameOf, type Repository } from './subject.ts'
import { type Warning, warning } from './warning.ts'

export interface Question {
  subject: Repository
  history: History
  policy: Policy
  /** Nothing younger than this is taken, in seconds. */
  before: number
  releases: readonly Release[] | undefined
}

/** Whether a repository has something newer than its pin, and what to look at before it is taken. */
export async function lookAtRepository(question: Question): Promise<Looked> {
  const { subject, history } = question
  const { pin } = subject
  const isThere = await history.has(pin)
  const lost = isThere && (await history.isReachable(pin)) ? [] : [rewritten(subject, isThere)]
  const found = await findCandidate(history, question).catch((error) => {
    if (!(error instanceof NoCandidate)) throw error
    return error
  })
  const stays = (why: string, ...warnings: Warning[]): Looked => ({
    subject,
    outcome: 'stays',
    to: pin,
    why,
    commits: [],
    warnings: [...lost, ...warnings],
  })
  if (found instanceof NoCandidate)
    return stays(found.message, ...(found.waits ? [] : [warning(nameOf(subject), `stays: ${found.message}`)]))
  const { commit, what } = found
  if (commit === pin) return stays(`newest of ${what}`)
  if (isThere && (await history.isAncestor(commit, pin))) return stays(`newer than what counts of ${what}`)
  const isForward = isThere && (await history.isAncestor(pin, commit))
  if (isThere && !isForward && (await history.dateOf(commit)) < (await history.dateOf(pin))) {
    const older = `${shortPin(commit)} (${what}) is older than the pin, and no successor of it`
    return stays(older, warning(nameOf(subject), `stays: ${older}`))
  }
  const aside = isForward || lost.length > 0 ? [] : [besides(subject, commit)]
  const scrutiny = await scrutinise(nameOf(subject), history, { from: isThere ? pin : undefined, to: commit })
  return {
    subject,
    outcome: 'moves',
    to: commit,
    why: what,
    commits: isThere ? await history.between(pin, commit) : [],
    warnings: [...lost, ...aside, ...scrutiny],
  }
}

function rewritten(subject: Repository, isThere: boolean): Warning {
  const gone = isThere ? 'no branch or tag leads to it any more' : "it can't be had any more"
  return warning(
    nameOf(subject),
    `the history behind ${shortPin(subject.pin)} was rewritten (force-push): ${gone}`,
  )
}

function besides(subject: Repository, commit: string): Warning {
  return warning(
    nameOf(subject),
    `${shortPin(subject.pin)} is no ancestor of ${shortPin(commit)}: the pin was on another branch`,
  )
}
