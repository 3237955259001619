import { UserError } from '../base/errors.ts'
import { type DocumentSources, fetchDocument, type Kind } from './document-source.ts'
import { type Plan, parsePlan, planArtifact } from './plan.ts'

/** Above this the runner itself fails: inputs travel in the environment. */
const LONGEST_INLINE = 48 * 1024
const PLAN: Kind = {
  name: 'plan',
  from: 'prepare',
  reference: /^(plan-[0-9a-f]{12})@(sha256:[0-9a-f]{64})$/,
  otherwise: 'the path of a plan, or its JSON',
}

/** The input `plan`: a reference `plan-<id>@sha256:…`, inline JSON, or a path. */
export async function resolvePlan(input: string, sources: DocumentSources): Promise<Plan> {
  const text = input.trim()
  if (text.startsWith('{')) return fromText(text)
  const { content, artifact } = await fetchDocument(text, PLAN, sources)
  const plan = parsePlan(content)
  if (artifact === undefined || artifact === planArtifact(plan.id)) return plan
  throw new UserError('IMG1405', `The artifact "${artifact}" holds the plan ${plan.id}, not its own.`, {
    hint: 'Something else in this run writes artifacts of that name: rename it, then run all jobs again.',
  })
}

function fromText(text: string): Plan {
  if (Buffer.byteLength(text) <= LONGEST_INLINE) return parsePlan(text)
  throw new UserError('IMG1402', 'The input "plan" is longer than 48 KiB.', {
    hint: 'Pass the output "plan" of prepare, which is a reference, or a path.',
  })
}
