import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Digest } from '../base/digest.ts'
import { digestSchema as digest } from '../base/digest-schema.ts'
import { keepManifest, keptManifest, recallManifest } from '../base/kept-manifest.ts'
import { readDocument } from '../base/schema.ts'
import type { Manifest } from '../registry/types.ts'

/** One tag in one registry: what it held, and what becomes of it. */
const tag = z.strictObject({
  repository: z.string(),
  tag: z.string(),
  moves: z.boolean(),
  before: digest.nullable(),
  /** What `<tag>-previous` held. */
  previous: digest.nullable(),
  /** `<tag>-previous` is given what the tag held, before the tag moves. */
  keep: z.boolean(),
  /** It is given our digest. */
  planned: z.boolean(),
  reason: z.string(),
  outcome: z.enum(['created', 'moved', 'unchanged', 'stayed', 'restored', 'untouched', 'unknown']),
})

const image = z.strictObject({
  name: z.string(),
  /** Of the index. */
  digest,
  mediaType: z.string(),
  content: z.string(),
  platforms: z.array(z.strictObject({ platform: z.string(), digest, size: z.int() })),
  repositories: z.array(z.string()),
  /** moving: a moving tag may hold our digest, so what is begun is finished; reverting: what moved is put back. */
  phase: z.enum(['tagging', 'moving', 'published', 'reverting', 'reverted']),
  tags: z.array(tag),
})

/** What the receipt says of the run as a whole. */
const head = z.strictObject({
  kind: z.enum(['merge', 'rollback']),
  plan: z.string(),
  repository: z.string(),
  revision: z.string(),
  version: z.string(),
  attempt: z.int().positive(),
  /** Milliseconds since 1970. */
  started: z.number(),
  keepPrevious: z.boolean(),
})

const document = z.strictObject({
  schema: z.literal(1),
  head,
  images: z.array(image),
  /** Everything that a tag held before, by digest. */
  manifests: z.record(z.string(), keptManifest),
})

export type TagState = z.infer<typeof tag>
export type ImageState = z.infer<typeof image>
export type JournalHead = z.infer<typeof head>
export type TransactionKind = JournalHead['kind']
export type JournalDocument = z.infer<typeof document>

/** What was before and what has moved, on disk before it happens, so that `post:` can finish for a process that was killed. */
export class Journal {
  readonly path: string
  readonly document: JournalDocument

  constructor(path: string, document: JournalDocument) {
    this.path = path
    this.document = document
  }

  static begin(temp: string, head: JournalHead): Journal {
    return new Journal(journalPath(temp, head.plan), { schema: 1, head, images: [], manifests: {} })
  }

  /** Undefined: nothing was begun, or everything was finished and told. */
  static read(path: string): Journal | undefined {
    if (!existsSync(path)) return undefined
    const told = {
      what: `The journal ${path}`,
      code: 'IMG4305',
      hint: 'Look at what the tags hold now, then run it again.',
    } as const
    return new Journal(path, readDocument(document, readFileSync(path, 'utf8'), told))
  }

  add(state: ImageState, before: Iterable<Manifest>): void {
    this.document.images.push(state)
    for (const manifest of before) this.document.manifests[manifest.digest] = keepManifest(manifest)
    this.save()
  }

  manifest(digest: Digest): Manifest | undefined {
    const kept = this.document.manifests[digest]
    return kept && recallManifest(kept, digest)
  }

  get unfinished(): ImageState[] {
    return this.document.images.filter(({ phase }) => phase !== 'published' && phase !== 'reverted')
  }

  /** Written once for all of them, so that none is ever found further than another. */
  enter(phase: ImageState['phase'], states: readonly ImageState[]): void {
    for (const state of states) state.phase = phase
    this.save()
  }

  get finished(): boolean {
    return this.unfinished.length === 0
  }

  /** Whole or not at all: a process may be killed while it writes. */
  save(): void {
    writeFileSync(`${this.path}.new`, JSON.stringify(this.document), { mode: 0o600 })
    renameSync(`${this.path}.new`, this.path)
  }

  remove(): void {
    rmSync(this.path, { force: true })
  }
}

export function journalPath(temp: string, plan: string): string {
  return join(temp, `tags-journal-${plan}.json`)
}

export function indexOf(state: ImageState): Manifest {
  return recallManifest(state, state.digest)
}
