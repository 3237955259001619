import * as z from 'zod'
import { digestSchema as digest } from '../base/digest-schema.ts'
import { UserError } from '../base/errors.ts'
import { readDocument } from '../base/schema.ts'

/** What one leg leaves behind: which manifest lies where, and what it took to get it there. Under 2 KB. */
const record = z.strictObject({
  schema: z.literal(1),
  plan: z.string(),
  planDigest: digest,
  leg: z.string(),
  image: z.string(),
  platform: z.string(),
  attempt: z.int().positive(),
  digest,
  mediaType: z.string(),
  /** Of the manifest, in bytes. */
  size: z.int().positive(),
  imageId: digest,
  /** Config and layers as pushed, in bytes. */
  compressedSize: z.int().nonnegative(),
  repositories: z.array(
    z.strictObject({
      repository: z.string(),
      /** False: the manifest was there before this run, so it isn't ours to remove. */
      created: z.boolean(),
      sent: z.int().nonnegative(),
    }),
  ),
  started: z.string(),
  buildTime: z.int().nonnegative(),
  pushTime: z.int().nonnegative(),
  /** Absent: it was not verified. */
  verified: z.strictObject({ checks: z.int().nonnegative(), time: z.int().nonnegative() }).optional(),
  cache: z.strictObject({ hits: z.int().nonnegative(), steps: z.int().nonnegative() }),
  tools: z.record(z.string(), z.string()),
})

/** A leg left nothing; its own job tells why. */
export class MissingRecord extends UserError {}

export type BuildRecord = z.infer<typeof record>

export function parseRecord(text: string, name: string): BuildRecord {
  return readDocument(record, text, {
    what: `The record ${name}`,
    code: 'IMG1407',
    hint: 'Build and merge with actions of the same version, then run all jobs again.',
  })
}

export function serialiseRecord(record: BuildRecord): string {
  return JSON.stringify(record)
}

export function recordArtifact(plan: string, leg: string, attempt: number): string {
  return `${recordPrefix(plan)}${leg}-${attempt}`
}

export function recordPrefix(plan: string): string {
  return `record-${plan}-`
}
