import { createHash } from 'node:crypto'

/** What makes a plan this one and no other, without platforms or times. */
export interface PlanIdentity {
  runId: string
  revision: string
  images: readonly { name: string; repositories: readonly string[] }[]
  /** The rules as written, not the tags: a rule with a date gives another tag a second later. */
  rules: readonly string[]
}

/** Build and merge without a plan sit in different jobs of one run; given the same inputs, both arrive at this id. */
export function standaloneId(identity: PlanIdentity): string {
  const { runId, revision, images, rules } = identity
  const parts = [runId, revision, images.map(({ name, repositories }) => [name, repositories]), rules]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}

/** For prepare: two calls in one run never share a plan. */
export function randomPlanId(randomBytes: (size: number) => Uint8Array): string {
  return Buffer.from(randomBytes(6)).toString('hex')
}
