import { type Digest, digestOf, isDigest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { type Plan, parsePlan } from './plan.ts'

/** Above this the runner itself fails: inputs travel in the environment. */
const LONGEST_INLINE = 48 * 1024
const REFERENCE = /^(plan-[0-9a-f]{12})@(sha256:[0-9a-f]{64})$/

export interface PlanSources {
  readFile(path: string): Promise<string>
  /** An artifact of this run, by name. */
  artifact(name: string): Promise<string | undefined>
}

/** The input `plan`: a reference `plan-<id>@sha256:…`, inline JSON, or a path. */
export async function resolvePlan(input: string, sources: PlanSources): Promise<Plan> {
  const text = input.trim()
  const [, name, digest] = REFERENCE.exec(text) ?? []
  if (name !== undefined && digest !== undefined && isDigest(digest))
    return fromArtifact(name, digest, sources)
  if (text.startsWith('{')) return fromText(text)
  if (text === '' || text.startsWith('-') || text.includes('@sha256:')) throw unreadable(text)
  return parsePlan(await sources.readFile(text).catch((cause) => Promise.reject(unreadable(text, cause))))
}

async function fromArtifact(name: string, digest: Digest, sources: PlanSources): Promise<Plan> {
  const content = await sources.artifact(name)
  if (content === undefined) {
    throw new UserError(`This run has no artifact "${name}".`, {
      hint: 'The plan comes from prepare in the same workflow run; check that the job "needs" it.',
    })
  }
  if (digestOf(content) !== digest) {
    throw new UserError(`The artifact "${name}" is not the plan that was asked for: its digest differs.`, {
      hint: 'Run the workflow again from prepare on.',
    })
  }
  const plan = parsePlan(content)
  if (name !== `plan-${plan.id}`)
    throw new UserError(`The artifact "${name}" holds the plan ${plan.id}, not its own.`)
  return plan
}

function fromText(text: string): Plan {
  if (Buffer.byteLength(text) > LONGEST_INLINE) {
    throw new UserError('The input "plan" is longer than 48 KiB.', {
      hint: 'Pass the output "plan" of prepare, which is a reference, or a path.',
    })
  }
  return parsePlan(text)
}

function unreadable(text: string, cause?: unknown): UserError {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  return new UserError(`The input "plan" is "${shown}", which can't be read.`, {
    hint: 'Pass the output "plan" of prepare (plan-…@sha256:…), the path of a plan, or its JSON.',
    cause,
  })
}
