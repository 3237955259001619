import type { Mismatch } from '../finding.ts'

/** Where files are not as their commit has them. */
export interface Difference {
  /** From the node's own folder, printable; empty: the node as a whole. */
  path: string
  /** In a word or two: `commit`, `content`, `mode`, `extra`, `submodule commit`, `setting`, `hook` … */
  what: string
  expected: string
  actual: string
}

/** A repository that lies in another one, where that has it. */
export interface ProvenSubmodule {
  /** From the node's own folder. */
  path: string
  commit: string
  tree: string | undefined
}

export interface Proof {
  /** Git's hash of all files of the commit; undefined where the commit could not be read. */
  tree: string | undefined
  /** Empty: every byte is as the commit has it. */
  differences: Difference[]
  /** Allowed, since a tracked .gitignore names them. */
  ignored: string[]
  /** Also those of submodules. */
  submodules: ProvenSubmodule[]
}

export function mismatchOf(subject: string, { what, path, expected, actual }: Difference): Mismatch {
  return { subject, what: [what, path].filter(Boolean).join(' '), expected, actual }
}
