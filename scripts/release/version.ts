import semver from 'semver'
import { Refusal } from './refusal.ts'

export const BUMPS = ['patch', 'minor', 'major'] as const
export type Bump = (typeof BUMPS)[number]

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9a-z][0-9a-z.-]*)?$/

/** `v1.2.3` or `v1.2.3-rc.1` → the version; undefined for everything else, `v1` and `v1.2` too. */
export function versionOfTag(tag: string): string | undefined {
  const version = tag.replace(/^v/, '')
  return tag.startsWith('v') && isVersion(version) ? version : undefined
}

export function isVersion(text: string): boolean {
  return VERSION.test(text) && semver.valid(text) === text
}

export function isPrerelease(version: string): boolean {
  return semver.prerelease(version) !== null
}

export function majorOf(version: string): number {
  return semver.major(version)
}

/** `v1`, `v1.2`: the tags that move, the wider one first. */
export function movingNames(version: string): string[] {
  return [`v${semver.major(version)}`, `v${semver.major(version)}.${semver.minor(version)}`]
}

export function isNewer(version: string, other: string): boolean {
  return semver.gt(version, other)
}

export function newest(versions: readonly string[]): string | undefined {
  return [...versions].sort(semver.rcompare)[0]
}

/** The release that this one is compared with: a final version with final ones, and a prerelease with what came before it. */
export function previousOf(version: string, released: readonly string[]): string | undefined {
  const comparable = released.filter((other) => isPrerelease(version) || !isPrerelease(other))
  return newest(comparable.filter((other) => semver.lt(other, version)))
}

/** What was asked for, a bump or a version, as a version. `released`: those in this commit's past; `taken`: all there are. */
export function chooseVersion(wanted: string, released: readonly string[], taken: readonly string[]): string {
  const base = newest(released.filter((version) => !isPrerelease(version))) ?? '0.0.0'
  const isBump = (BUMPS as readonly string[]).includes(wanted)
  const version = isBump ? semver.inc(base, wanted as Bump) : wanted.replace(/^v/, '')
  if (version === null || !isVersion(version))
    throw new Refusal(
      `"${wanted}" is neither patch, minor or major nor a version. Write for example minor, 1.2.3 or 1.2.3-rc.1.`,
    )
  if (taken.includes(version))
    throw new Refusal(`v${version} exists already, and a version is never made twice. Take a higher one.`)
  return version
}

/** Why a version is too small a step for what it brings; undefined: it is not. */
export function tooSmall(version: string, previous: string | undefined, needed: Bump): string | undefined {
  if (previous === undefined) return undefined
  const least = semver.inc(previous, needed)
  // Of 1.3.0-rc.1, what counts is that 1.3.0 is large enough.
  const core = `${semver.major(version)}.${semver.minor(version)}.${semver.patch(version)}`
  if (least === null || !semver.lt(core, least)) return undefined
  return `${version} is too small a step from ${previous}: the commits since then ask for ${needed}, so for ${least} or higher.`
}
