import { digestOf } from '../base/digest.ts'
import { InputError, UserError } from '../base/errors.ts'

/** Where a document lies that another job hands over. */
export interface DocumentSources {
  readFile(path: string): Promise<string>
  /** An artifact of this run, by name. */
  artifact(name: string): Promise<string | undefined>
}

/** A kind of document, which an action hands over as its output of that name. */
export interface Kind {
  name: 'plan' | 'receipt' | 'candidate'
  from: 'prepare' | 'merge' | 'update'
  /** `artifact@digest` */
  reference: RegExp
  /** What an input may be instead. */
  otherwise: string
}

/** Whether it can be one at all; told before anything is asked for. */
export function checkInput(text: string, kind: Kind): void {
  if (kind.reference.test(text)) return
  if (text === '' || /^[-{]/.test(text) || text.includes('@sha256:')) throw unreadable(text, kind)
}

/** What a reference or a path leads to; a path is no artifact. */
export async function fetchDocument(
  text: string,
  kind: Kind,
  sources: DocumentSources,
): Promise<{ content: string; artifact?: string }> {
  checkInput(text, kind)
  const [, artifact, digest = ''] = kind.reference.exec(text) ?? []
  if (artifact === undefined) {
    return {
      content: await sources.readFile(text).catch((cause) => Promise.reject(unreadable(text, kind, cause))),
    }
  }
  const content = await sources.artifact(artifact)
  if (content === undefined) {
    throw new UserError('IMG1403', `This run has no artifact "${artifact}".`, {
      hint: `The ${kind.name} comes from ${kind.from} in the same workflow run; check that the job "needs" it.`,
    })
  }
  checkDigest(content, { artifact, digest }, kind)
  return { content, artifact }
}

export function checkDigest(
  content: string,
  { artifact, digest }: { artifact: string; digest: string },
  { name }: Pick<Kind, 'name'>,
): void {
  if (digestOf(content) === digest) return
  throw new UserError(
    'IMG1404',
    `The artifact "${artifact}" is not the ${name} that was asked for: its digest differs.`,
    {
      hint: `Pass the output "${name}" of the run, unchanged.`,
    },
  )
}

function unreadable(text: string, { name, from, otherwise }: Kind, cause?: unknown): InputError {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  return new InputError('IMG1401', `The input "${name}" is "${shown}", which can't be read.`, {
    hint: `Pass the output "${name}" of ${from} (${name}-…@sha256:…), ${otherwise}.`,
    cause,
  })
}
