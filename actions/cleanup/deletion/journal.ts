import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Digest } from '../../base/digest.ts'
import { digestSchema as digest } from '../../base/digest-schema.ts'
import { keepManifest, keptManifest, recallManifest } from '../../base/kept-manifest.ts'
import type { Manifest } from '../../registry/types.ts'

/** What was deleted, or may have been, as far as it is needed to bring it back. */
export interface Deleted {
  digest: Digest
  tags: readonly string[]
  /** Where no registry keeps what was deleted. */
  manifest?: Manifest
}

/** One repository in which something was deleted and nobody has looked again yet. */
export interface Unfinished {
  repository: string
  /** Roots that were followed before: nothing that was deleted is needed by these. */
  known: Set<Digest>
  deleted: Deleted[]
}

const line = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('begun'), repository: z.string(), known: z.array(digest) }),
  z.strictObject({
    what: z.literal('deleting'),
    repository: z.string(),
    digest,
    tags: z.array(z.string()),
    manifest: keptManifest.optional(),
  }),
  z.strictObject({ what: z.literal('looked'), repository: z.string() }),
])

type Line = z.infer<typeof line>

/** On disk before anything is deleted, so that `post:` can look again for a process that was killed. */
export class CleanupJournal {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  begun(repository: string, known: Iterable<Digest>): void {
    this.#write({ what: 'begun', repository, known: [...known] })
  }

  deleting(repository: string, { digest, tags, manifest }: Deleted): void {
    const kept = manifest ? { manifest: keepManifest(manifest) } : {}
    this.#write({ what: 'deleting', repository, digest, tags: [...tags], ...kept })
  }

  looked(repository: string): void {
    this.#write({ what: 'looked', repository })
  }

  unfinished(): Unfinished[] {
    const found = new Map<string, Unfinished>()
    for (const entry of this.#read()) {
      const { repository } = entry
      if (entry.what === 'looked') found.delete(repository)
      if (entry.what === 'begun')
        found.set(repository, { repository, known: new Set(entry.known), deleted: [] })
      if (entry.what === 'deleting') found.get(repository)?.deleted.push(deletedOf(entry))
    }
    return [...found.values()].filter(({ deleted }) => deleted.length > 0)
  }

  /** In all repositories, whether anybody has looked again or not. */
  deleted(): Deleted[] {
    return this.#read().flatMap((entry) => (entry.what === 'deleting' ? [deletedOf(entry)] : []))
  }

  remove(): void {
    rmSync(this.path, { force: true })
  }

  #write(entry: Line): void {
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
  }

  /** A process may have been killed while it wrote: then what the line was to tell of had not begun. */
  #read(): Line[] {
    if (!existsSync(this.path)) return []
    const lines = readFileSync(this.path, 'utf8').split('\n').slice(0, -1)
    return lines.map((text) => line.parse(JSON.parse(text)))
  }
}

/** Each step has one of its own: what an earlier step of the job could not finish waits for that step's `post:`. */
export function cleanupJournalPath(temp: string, step: string): string {
  return join(temp, `cleanup-journal-${step}.jsonl`)
}

function deletedOf({ digest, tags, manifest }: Extract<Line, { what: 'deleting' }>): Deleted {
  return { digest, tags, ...(manifest ? { manifest: recallManifest(manifest, digest) } : {}) }
}
