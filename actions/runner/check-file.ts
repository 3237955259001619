import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError } from '../base/errors.ts'
import { type ReadCheckFile, readCheckFile } from '../checks/file/read.ts'

export const USUAL_CHECK_FILE = 'image-verify.yml'

/** Which check file is meant, and what its {{names}} stand for. */
export interface CheckFileName {
  /** Relative to the checkout. */
  file: string
  variables: Readonly<Record<string, string>>
}

/** Everything that is wrong in it is told at once, each with its place. `drafts`: for whom a person at a terminal can draft one. */
export async function openCheckFile(
  { file, variables }: CheckFileName,
  workspace: string,
  drafts?: { image: string },
): Promise<ReadCheckFile> {
  const text = await readFile(resolve(workspace, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (drafts && cause.code === 'ENOENT') throw nothingHere(file, drafts.image)
    throw new InputError('IMG9103', `The check file "${file}" can't be read.`, {
      hint: 'Check the path, and that the repository is checked out before this step; "npx image-actions verify --init IMAGE" drafts one.',
      cause,
    })
  })
  return readCheckFile(text, { file, variables })
}

function nothingHere(file: string, image: string): InputError {
  const option = file === USUAL_CHECK_FILE ? '' : ` --file ${file}`
  return new InputError('IMG9103', `There is no ${file} here.`, {
    hint: `Draft one from the image as it is, with "npx image-actions verify --init ${image}${option}".`,
  })
}
