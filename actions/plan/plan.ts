import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type Digest, digestOf } from '../base/digest.ts'
import { readDocument } from '../base/schema.ts'

/** How a moving tag knows forward from backward: by its version, or by the history of the branch it follows. */
const order = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('version'), version: z.string() }),
  z.strictObject({ by: z.literal('revision'), branch: z.string().optional() }),
])

const tag = z.strictObject({
  name: z.string(),
  /** Why this tag is here, for the summary: "push to the default branch". */
  reason: z.string(),
  /** Absent: the tag is fixed and is never given to another revision. */
  moves: order.optional(),
})

const image = z.strictObject({
  name: z.string(),
  /** One per registry, `ghcr.io/owner/app`. */
  repositories: z.array(z.string()).min(1),
  tags: z.array(tag),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  context: z.string(),
  /** Empty: Containerfile, else Dockerfile, in the context. */
  file: z.string(),
  target: z.string().optional(),
  /** Its own check file; empty: it is not verified, whatever the build is told. */
  verify: z.string().optional(),
  buildArgs: z.record(z.string(), z.string()),
  platforms: z.array(z.string()).min(1),
})

const leg = z.strictObject({
  /** Twelve hex digits of image and platform. */
  leg: z.string().regex(/^[0-9a-f]{12}$/),
  image: z.string(),
  platform: z.string(),
  runsOn: z.array(z.string()).min(1),
})

const plan = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{12}$/),
  /** `owner/name` on GitHub; empty elsewhere. */
  repository: z.string(),
  event: z.string(),
  ref: z.string(),
  revision: z.string(),
  created: z.string(),
  publish: z.boolean(),
  /** Why it is published, or why not. */
  reason: z.string(),
  version: z.string(),
  images: z.array(image),
  /** Images that `changed-only` left out. */
  unchanged: z.array(z.string()),
  legs: z.array(leg),
})

export type TagOrder = z.infer<typeof order>
export type PlannedTag = z.infer<typeof tag>
export type PlannedImage = z.infer<typeof image>
export type Leg = z.infer<typeof leg>
export type Plan = z.infer<typeof plan>

export function parsePlan(text: string): Plan {
  return readDocument(plan, text, {
    what: 'The plan',
    code: 'IMG1407',
    hint: 'Use the output "plan" of prepare, unchanged, with actions of the same version.',
  })
}

/** The bytes that travel; their digest is the plan's identity in references and records. */
export function serialisePlan(plan: Plan): string {
  return JSON.stringify(plan)
}

export function planDigest(plan: Plan): Digest {
  return digestOf(serialisePlan(plan))
}

export function planArtifact(id: string): string {
  return `plan-${id}`
}

export function legId(image: string, platform: string): string {
  return createHash('sha256').update(`${image}\0${platform}`).digest('hex').slice(0, 12)
}
