import * as z from 'zod'
import { digestSchema as digest } from '../base/digest-schema.ts'

/** One manifest, and what cleanup does with it. */
const entry = z.strictObject({
  digest,
  tags: z.array(z.string()),
  verdict: z.enum(['goes', 'stays']),
  /** A sentence's part: "left latest-previous", "child of 1.2.3". */
  reason: z.string(),
  /** Of its config and layers, where known. */
  bytes: z.int().nonnegative().optional(),
  /** That its deletion costs. */
  requests: z.int().nonnegative(),
  /**
   * Absent in a plan. deleted; untagged: only some of its tags went; absent: it was gone already; changed: not as listed,
   * so left alone; kept: the registry refused; unsupported: the registry can't; unreached: the run stopped before it;
   * restored: a tag needed it after all.
   */
  outcome: z
    .enum(['deleted', 'untagged', 'absent', 'changed', 'kept', 'unsupported', 'unreached', 'restored'])
    .optional(),
  /** Of the outcome, in the registry's words or ours. */
  detail: z.string().optional(),
})

const cleanedRepository = z.strictObject({
  repository: z.string(),
  /** planned: a dry run; partial: stopped before the end, a later run goes on; failed: see error. */
  outcome: z.enum(['planned', 'done', 'partial', 'failed']),
  error: z.string().optional(),
  /** What goes first, in the order of deletion; then what stays. */
  entries: z.array(entry),
  /** That the deletions cost. */
  requests: z.int().nonnegative(),
  /** Bytes of what was (or would be) deleted, where known; what something else still uses is not counted. */
  freed: z.int().nonnegative(),
})

/** What cleanup found, and did or would do. A dry run and the run itself differ in outcomes only. */
export const cleanupReport = z.strictObject({
  schema: z.literal(1),
  created: z.string(),
  dryRun: z.boolean(),
  repositories: z.array(cleanedRepository),
  /** All that went wrong; absent where nothing did. */
  errors: z.array(z.string()).optional(),
})

export type CleanupEntry = z.infer<typeof entry>
export type CleanedRepository = z.infer<typeof cleanedRepository>
export type CleanupReport = z.infer<typeof cleanupReport>
