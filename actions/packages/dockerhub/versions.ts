import { atOnce } from '../../base/at-once.ts'
import type { Digest } from '../../base/digest.ts'
import type { Version } from '../types.ts'
import type { HubTag } from './tags.ts'

/** HEAD requests under way. */
const AT_ONCE = 8

type Held = HubTag & { digest: Digest }

/** A tag without a digest is looked up in the registry; what isn't there can't be pulled, so it is no version. */
export async function versionsOf(
  tags: readonly HubTag[],
  lookUp: (tag: string) => Promise<Digest | undefined>,
): Promise<Version[]> {
  const held = await atOnce(AT_ONCE, tags, async (tag): Promise<Held[]> => {
    const digest = tag.digest ?? (await lookUp(tag.name))
    return digest === undefined ? [] : [{ ...tag, digest }]
  })
  const byDigest = Map.groupBy(held.flat(), ({ digest }) => digest)
  return [...byDigest.values()].flatMap(versionOf).sort((one, other) => timeOf(other) - timeOf(one))
}

function versionOf(tags: readonly Held[]): Version[] {
  const [first] = tags
  if (!first) return []
  const times = tags.flatMap(({ pushed, updated }) => [pushed, updated]).filter((time) => time !== undefined)
  const sizes = tags.flatMap(({ bytes }) => bytes ?? [])
  return [
    {
      id: first.digest,
      digest: first.digest,
      tags: tags.map(({ name }) => name),
      ...(times.length > 0 ? { created: Math.min(...times), updated: Math.max(...times) } : {}),
      ...(sizes.length > 0 ? { bytes: Math.max(...sizes) } : {}),
    },
  ]
}

function timeOf({ updated = 0 }: Version): number {
  return updated
}
