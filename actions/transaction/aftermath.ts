import type { Artifacts } from '../base/artifacts.ts'
import type { Clock } from '../base/clock.ts'
import { isUserError, messageOf, UserError, UserErrors } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { defaultRetry } from '../base/retry.ts'
import { receiptArtifact, serialiseReceipt } from '../plan/receipt.ts'
import type { Registries } from '../registry/types.ts'
import { type Completion, completeJournal } from './completion.ts'
import type { Journal } from './journal.ts'
import { describeTags, remedyOf, WORDS } from './outcome.ts'
import { makeReceipt, receiptImage } from './receipt.ts'

interface Aftermath {
  registries: Registries
  artifacts: Artifacts
  clock: Clock
  log: Log
}

/** After a run that ended before its time: finishes what it began, tells where every tag stands, and leaves the receipt. */
export async function finishTransaction(
  journal: Journal,
  { registries, artifacts, clock, log }: Aftermath,
): Promise<void> {
  const completions = await completeJournal(journal, registries, { ...defaultRetry, base: 1_000, clock })
  await keepReceipt(journal, completions, artifacts, clock)
  const problems = completions.flatMap((completion) => tell(journal, completion, log))
  if (problems.length > 0) throw new UserErrors(problems)
  journal.remove()
}

/** What was completed or put back is a warning; what was neither is an error. */
function tell(journal: Journal, { state, outcome, error }: Completion, log: Log): UserError[] {
  const { kind } = journal.document.head
  const what = WORDS[kind].interrupted(state.name)
  const standing = describeTags(state, kind)
  if (outcome !== 'incomplete') {
    const hint = outcome === 'completed' ? '' : ` It was not ${WORDS[kind].done}: run it again.`
    log.warn(`${what}, and is ${outcome} now.${hint}`)
    log.info(standing)
    return []
  }
  if (error !== undefined && !isUserError(error)) throw error
  const cause = error === undefined ? '' : ` ${messageOf(error)}`
  return [
    new UserError('IMG4303', `${what} and could not be finished.${cause} ${standing}.`, {
      hint: remedyOf(error),
      cause: error,
    }),
  ]
}

/** Of a run that was killed; one that could still write its own receipt has told more. */
async function keepReceipt(
  journal: Journal,
  completions: readonly Completion[],
  artifacts: Artifacts,
  clock: Clock,
): Promise<void> {
  const { head, images } = journal.document
  const name = receiptArtifact(head.plan, head.attempt)
  if ((await artifacts.list(name)).includes(name)) return
  const entries = images.map((state) => {
    const completion = completions.find((each) => each.state === state)
    const error =
      state.phase === 'published'
        ? {}
        : { error: completion?.error ?? new Error(`The ${head.kind} was interrupted.`) }
    return receiptImage(state, { kind: head.kind, keepPrevious: head.keepPrevious, ...error })
  })
  await artifacts.put(
    name,
    serialiseReceipt(makeReceipt(journal.document, { images: entries, leftovers: [] }, clock.now())),
  )
}
