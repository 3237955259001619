import fc from 'fast-check'
import type { Manifest } from '../../../actions/registry/types.ts'
import { fallback, image, index } from './images.ts'
import type { MemoryPackage } from './memory-package.ts'

/** What a repository holds before; every number picks from what was made before it. */
export interface Scene {
  images: number
  indexes: number[][]
  /** Of a manifest: a list of referrers under the fallback tag, or cosign's own tag; only some name their subject. */
  referrers: { subject: number; suffix: '' | '.sig'; named: boolean }[]
  /** Each tag holds one; several may hold the same. */
  tags: number[]
  /** Which are old. */
  old: boolean[]
}

const pick = fc.nat({ max: 30 })

export const scene: fc.Arbitrary<Scene> = fc.record({
  images: fc.integer({ min: 2, max: 8 }),
  indexes: fc.array(fc.array(pick, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 }),
  referrers: fc.array(
    fc.record({ subject: pick, suffix: fc.constantFrom('', '.sig'), named: fc.boolean() }),
    { maxLength: 3 },
  ),
  tags: fc.array(pick, { minLength: 1, maxLength: 4 }),
  old: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
})

export const NOW = Date.UTC(2026, 10, 21)
export const MONTH = 30 * 24 * 3_600_000

/** Returns the images and indexes, the indexes last. */
export function build(drawn: Scene, memory: MemoryPackage): Manifest[] {
  const made = Array.from({ length: drawn.images }, (_, number) => image(`image ${number}`))
  const take = (number: number) => made[number % made.length]!
  for (const [number, children] of drawn.indexes.entries())
    made.push(index(`index ${number}`, ...new Set(children.map(take))))
  const age = (number: number) => (drawn.old[number % drawn.old.length] ? NOW - MONTH : NOW)
  for (const [number, manifest] of made.entries()) memory.store(manifest, [], age(number))
  for (const [number, { subject, suffix, named }] of drawn.referrers.entries()) {
    const signed = take(subject)
    const referrer = image(`signature ${number}`, named ? { subject: signed } : {})
    const tag = fallback(signed.digest, suffix)
    if (suffix === '') memory.store(referrer, [], NOW - MONTH)
    memory.store(suffix === '' ? index(tag, referrer) : referrer, [tag], NOW - MONTH)
  }
  // The first tags hold indexes, as they do in life.
  for (const [number, held] of drawn.tags.entries())
    memory.store(number < 3 ? made[drawn.images + (held % drawn.indexes.length)]! : take(held), [
      `tag-${number}`,
    ])
  return made
}
