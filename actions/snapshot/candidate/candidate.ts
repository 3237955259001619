import * as z from 'zod'
import { digestOf, shortDigest } from '../../base/digest.ts'
import { digestSchema } from '../../base/digest-schema.ts'
import { readDocument } from '../../base/schema.ts'
import { checkInput, fetchDocument, type Kind } from '../../plan/document-source.ts'
import { documentSources } from '../../runner/documents.ts'
import type { Runner } from '../../runner/runner.ts'

/** Never a workflow, nor anything that git itself reads. */
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*(?:^|\/)\.git)[^/\\:]+(?:\/[^/\\:]+)*\.json$/i

const candidate = z.strictObject({
  schema: z.literal(1),
  /** The commit that it began from. */
  revision: z.string().regex(/^[0-9a-f]{40}$/),
  /** Of the canonical snapshots, before and after. */
  from: digestSchema,
  to: digestSchema,
  /** False: some nodes could not be looked at. */
  complete: z.boolean(),
  title: z.string(),
  /** What a person reads before it is taken, in the order of reading. */
  sections: z.array(z.strictObject({ markdown: z.string(), importance: z.number() })),
  /** Relative to the checkout; null: the file goes. Empty: there is nothing to update. */
  files: z.array(z.strictObject({ path: z.string().regex(PATH), content: z.string().nullable() })),
})

export function isCandidatePath(path: string): boolean {
  return PATH.test(path)
}

/** What an update wants to change, on its way from job to job. */
export type Candidate = z.infer<typeof candidate>

const KIND: Kind = {
  name: 'candidate',
  from: 'update',
  reference: /^(snapshot-[0-9a-f]{12}-[1-9]\d{0,5})@(sha256:[0-9a-f]{64})$/,
  otherwise: 'or the path of candidate.json in its report',
}

export function candidateText(document: Candidate): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

/** What the output says of it: `snapshot-…@sha256:…`. */
export async function leaveCandidate(text: string, { artifacts, event }: Runner): Promise<string> {
  const name = `snapshot-${shortDigest(digestOf(text))}-${event.attempt}`
  return `${name}@${await (await artifacts()).put(name, text)}`
}

export function checkCandidateInput(text: string): void {
  checkInput(text, KIND)
}

export async function fetchCandidate(
  reference: string,
  runner: Pick<Runner, 'event' | 'artifacts'>,
): Promise<Candidate> {
  const { content } = await fetchDocument(reference, KIND, documentSources(runner))
  return readDocument(candidate, content, {
    what: 'The candidate',
    code: 'IMG8811',
    hint: 'Use the output "candidate" of mode update, unchanged, with actions of the same version.',
  })
}
