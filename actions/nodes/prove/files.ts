import type { Git } from '../git/git.ts'
import type { Proof } from './proof.ts'

export interface ProofOptions {
  /** Files that a tracked .gitignore names may lie there: its install script was allowed to make them. */
  generated: boolean
  /** Of a mounted image: links lead nowhere else. */
  root?: string
}

/** Whether a node's folder is its commit, byte for byte. Nothing in its `.git` is believed. */
export async function proveFiles(
  _folder: string,
  _commit: string,
  _git: Git,
  _options: ProofOptions,
): Promise<Proof> {
  throw new Error('Files can not be proven yet.')
}
