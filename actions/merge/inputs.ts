import { InputProblems, UserError } from '../base/errors.ts'
import { type InputReader, readBoolean, readChoice, readLines } from '../base/inputs.ts'
import { isTag } from '../base/reference.ts'
import { type PlanRequest, readPlanRequest } from '../plan/request.ts'
import { type AccessContext, type RegistryAccess, readRegistryAccess } from '../registry/access.ts'

export interface MergeInputs {
  /** A reference, a path or JSON; empty: the plan is made here, from `request`. */
  plan: string
  request: PlanRequest
  options: MergeOptions
  access: RegistryAccess
}

export interface MergeOptions {
  forceMove: ForceMove
  keepPrevious: boolean
  index: IndexChoice
}

/** Which moving tags move whatever they hold: all, none, or those named. */
export type ForceMove = boolean | readonly string[]

export type IndexChoice = 'auto' | 'oci' | 'docker'

/** What is wrong with the request is told by makePlan, together with what it finds itself. */
export function parseInputs(reader: InputReader, context: AccessContext): MergeInputs {
  const problems = new InputProblems()
  const plan = reader.text('plan').trim()
  const request = readPlanRequest(reader)
  const options = problems.try(() => readMergeOptions(reader))
  const access = problems.try(() => readRegistryAccess(reader, context))
  problems.throwIfAny()
  return { plan, request, options: options!, access: access! }
}

export function readMergeOptions(reader: InputReader): MergeOptions {
  const problems = new InputProblems()
  const options = {
    forceMove: problems.try(() => readForceMove(reader)) ?? false,
    keepPrevious: problems.try(() => readBoolean(reader, 'keep-previous')) ?? true,
    index: problems.try(() => readChoice(reader, 'index', ['auto', 'oci', 'docker'])) ?? 'auto',
  }
  problems.throwIfAny()
  return options
}

function readForceMove(reader: InputReader): ForceMove {
  const words = readLines(reader, 'force-move').flatMap((line) => line.split(/[\s,]+/).filter(Boolean))
  const [only] = words
  if (only === undefined) return false
  // Other words for yes and no are tags: “1” is one that moves.
  if (words.length === 1 && /^(true|false)$/i.test(only)) return readBoolean(reader, 'force-move')
  const wrong = words.filter((word) => !isTag(word))
  if (wrong.length === 0) return words
  throw new UserError('IMG4001', `Input "force-move" names ${wrong.map((word) => `"${word}"`).join(', ')}.`, {
    hint: 'Write true, false, or the tags that shall move.',
  })
}

export function isForced(force: ForceMove, tag: string): boolean {
  return typeof force === 'boolean' ? force : force.includes(tag)
}
