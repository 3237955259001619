import type { Clock } from '../base/clock.ts'
import type { BuildResult } from '../engine/build.ts'
import type { Image } from '../engine/image.ts'
import { type Leg, type Plan, planDigest } from '../plan/plan.ts'
import type { BuildRecord } from '../plan/record.ts'
import type { PushResult } from './push.ts'

export interface Measured<T> {
  value: T
  time: number
}

export async function measure<T>(clock: Clock, body: () => Promise<T>): Promise<Measured<T>> {
  const started = clock.now()
  const value = await body()
  return { value, time: clock.now() - started }
}

export interface LegOutcome {
  plan: Plan
  leg: Leg
  attempt: number
  started: number
  image: Image
  build: Measured<BuildResult>
  /** How many checks passed; absent: it was not verified. */
  verified: Measured<number> | undefined
  /** Absent: built only. */
  push: Measured<PushResult> | undefined
  tools: Record<string, string>
}

export function makeRecord(outcome: LegOutcome): BuildRecord {
  const { plan, leg, image, build, verified, push } = outcome
  return {
    schema: 1,
    plan: plan.id,
    planDigest: planDigest(plan),
    leg: leg.leg,
    image: leg.image,
    platform: leg.platform,
    attempt: outcome.attempt,
    ...content(image, push?.value),
    imageId: image.id,
    repositories: push?.value.repositories ?? [],
    started: new Date(outcome.started).toISOString(),
    buildTime: Math.round(build.time),
    pushTime: Math.round(push?.time ?? 0),
    ...(verified && { verified: { checks: verified.value, time: Math.round(verified.time) } }),
    cache: { hits: build.value.cacheHits, steps: build.value.steps },
    tools: outcome.tools,
  }
}

/** What was only built has no manifest; its config, whose digest is the image's id, stands in. */
function content(
  image: Image,
  push: PushResult | undefined,
): Pick<BuildRecord, 'digest' | 'mediaType' | 'size' | 'compressedSize'> {
  if (!push) {
    const mediaType = 'application/vnd.docker.container.image.v1+json'
    return { digest: image.id, mediaType, size: image.config.byteLength, compressedSize: 0 }
  }
  const { digest, mediaType, bytes, contentSize } = push.manifest
  return { digest, mediaType, size: bytes.byteLength, compressedSize: contentSize }
}
