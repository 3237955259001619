import { digestOf } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'

/** Where a document lies that another job hands over. */
export interface DocumentSources {
  readFile(path: string): Promise<string>
  /** An artifact of this run, by name. */
  artifact(name: string): Promise<string | undefined>
}

/** A kind of document, which an action hands over as its output of that name. */
export interface Kind {
  name: 'plan' | 'receipt'
  from: 'prepare' | 'merge'
  /** `artifact@digest` */
  reference: RegExp
  /** What an input may be instead. */
  otherwise: string
}

export interface Reference {
  artifact: string
  digest: string
}

export function readReference(text: string, { reference }: Kind): Reference | undefined {
  const [, artifact, digest] = reference.exec(text) ?? []
  return artifact === undefined || digest === undefined ? undefined : { artifact, digest }
}

export async function readArtifact(
  reference: Reference,
  kind: Kind,
  sources: DocumentSources,
): Promise<string> {
  const content = await sources.artifact(reference.artifact)
  if (content !== undefined) return checkDigest(content, reference, kind)
  throw new UserError(`This run has no artifact "${reference.artifact}".`, {
    hint: `The ${kind.name} comes from ${kind.from} in the same workflow run; check that the job "needs" it.`,
  })
}

/** Gives the content back. */
export function checkDigest(content: string, { artifact, digest }: Reference, { name }: Kind): string {
  if (digestOf(content) === digest) return content
  throw new UserError(
    `The artifact "${artifact}" is not the ${name} that was asked for: its digest differs.`,
    {
      hint: `Pass the output "${name}" of the run, unchanged.`,
    },
  )
}

export function readDocument(path: string, kind: Kind, sources: DocumentSources): Promise<string> {
  return sources.readFile(path).catch((cause) => Promise.reject(unreadable(path, kind, cause)))
}

export function unreadable(text: string, { name, from, otherwise }: Kind, cause?: unknown): UserError {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  return new UserError(`The input "${name}" is "${shown}", which can't be read.`, {
    hint: `Pass the output "${name}" of ${from} (${name}-…@sha256:…), ${otherwise}.`,
    cause,
  })
}
