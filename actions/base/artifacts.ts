import type { Digest } from './digest.ts'
import { UserError } from './errors.ts'

/** Where plan, records and receipts lie between jobs: GitHub's artifacts, or a folder. One document an artifact. */
export interface Artifacts {
  /** A name is given once in a run; a second put of the same name fails. */
  put(name: string, content: string): Promise<Digest>
  /** Names that begin with `prefix`. */
  list(prefix: string): Promise<string[]>
  get(name: string): Promise<string | undefined>
}

/** This GitHub keeps no artifacts at all: what only leaves one behind is done without it. */
export class NoArtifacts extends UserError {}
