import { isVersion } from './compare.ts'
import { type Installed, pinnedVersion, type Source } from './sources.ts'

/**
 * What the base image has stays as it is, as lines for pip and uv; save what the snapshot pins, and what somebody wants
 * from an address, as nobody knows which version that is.
 */
export function constraintsOf(
  installed: Installed,
  pinned: Source,
  sources: readonly Source[],
): Map<string, string> {
  const free = new Set([
    ...pinned.requirements.filter(({ text }) => pinnedVersion(text) !== undefined).map(({ name }) => name),
    ...[pinned, ...sources].flatMap(({ requirements }) =>
      requirements.filter(({ addressed }) => addressed).map(({ name }) => name),
    ),
  ])
  const kept = [...installed.values()].filter(({ name, version }) => !free.has(name) && isVersion(version))
  return new Map(kept.map(({ name, version }) => [name, `${name}==${version}`]))
}
