import { InputProblems, UserError } from '../base/errors.ts'
import { type InputReader, readLines, readPairs } from '../base/inputs.ts'
import { readBuildArgs } from '../plan/build-args.ts'
import { checkPath } from '../plan/paths.ts'
import { type AccessContext, type PullAccess, readPullAccess } from '../registry/access.ts'
import { type CheckFileName, USUAL_CHECK_FILE } from '../runner/check-file.ts'
import type { Source } from '../runner/source.ts'

export interface VerifyInputs {
  /** A name or an id. */
  image: string
  checkFile: CheckFileName
  /** Relative to the checkout: what the image was built from. */
  source: Source
  target: string | undefined
  buildArgs: Record<string, string>
  /** A folder; empty: the usual one. */
  reports: string
  access: PullAccess
}

export function parseInputs(reader: InputReader, context: AccessContext): VerifyInputs {
  const problems = new InputProblems()
  const text = (name: string) => reader.text(name).trim()
  const image = problems.try(() => readImage(text('image')))
  const checkFile = problems.try(() => readCheckFileName(reader))
  const folder = problems.try(() => checkPath(text('context') || '.', 'context')) ?? '.'
  const file = text('containerfile')
  const containerfile = file === '' ? '' : (problems.try(() => checkPath(file, 'file')) ?? '')
  const buildArgs = problems.try(() => readBuildArgs(readLines(reader, 'build-args'))) ?? {}
  const target = text('target') || undefined
  const reports = text('reports')
  const access = problems.try(() => readPullAccess(reader, context))
  problems.throwIfAny()
  return {
    image: image!,
    checkFile: checkFile!,
    source: { context: folder, file: containerfile },
    target,
    buildArgs,
    reports,
    access: access!,
  }
}

/** Which check file is meant; where other inputs are wrong, what is wrong in it is told beside them. */
export function readCheckFileName(reader: InputReader): CheckFileName {
  return {
    file: reader.text('file').trim() || USUAL_CHECK_FILE,
    variables: Object.fromEntries(readPairs(reader, 'variables')),
  }
}

function readImage(text: string): string {
  if (text !== '' && !/\s/.test(text)) return text
  throw new UserError('IMG7001', text === '' ? 'Input "image" is empty.' : `Input "image" is "${text}".`, {
    hint: 'Write the name of one image, such as ghcr.io/owner/app:1.2.3, or its id.',
  })
}
