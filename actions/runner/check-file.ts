import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError } from '../base/errors.ts'
import { type ReadCheckFile, readCheckFile } from '../checks/file/read.ts'

/** Which check file is meant, and what its {{names}} stand for. */
export interface CheckFileName {
  /** Relative to the checkout. */
  file: string
  variables: Readonly<Record<string, string>>
}

/** Everything that is wrong in it is told at once, each with its place. */
export async function openCheckFile(
  { file, variables }: CheckFileName,
  workspace: string,
): Promise<ReadCheckFile> {
  const text = await readFile(resolve(workspace, file), 'utf8').catch((cause) => {
    throw new InputError(`The check file "${file}" can't be read.`, {
      hint: 'Check the path, and that the repository is checked out before this step; "npx image-actions verify --init IMAGE" drafts one.',
      cause,
    })
  })
  return readCheckFile(text, { file, variables })
}
