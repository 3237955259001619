import parseSemver from 'semver/functions/parse.js'

/** A version as tag rules see it, of whichever grammar. */
export interface Version {
  /** What expressions in a pattern may use. */
  values: { raw: string; version: string; major: number; minor: number; patch: number }
  /** As semver, so that two of them can be compared when a tag moves. */
  comparable: string
  /** A prerelease; in pep440 also post and dev releases: only the full version is tagged, and never `latest`. */
  special: boolean
  /** `{{major}}.{{minor}}.{{patch}}` says all there is to say. */
  threeParts: boolean
}

export function readSemver(raw: string): Version | undefined {
  const version = parseSemver(raw)
  if (!version) return undefined
  return {
    values: {
      raw,
      version: version.version,
      major: version.major,
      minor: version.minor,
      patch: version.patch,
    },
    comparable: version.version,
    special: version.prerelease.length > 0,
    threeParts: true,
  }
}

export async function readPep440(raw: string): Promise<Version | undefined> {
  const pep440 = await import('@renovatebot/pep440')
  const parts = pep440.explain(raw)
  const version = pep440.clean(raw)
  if (!parts || version === null) return undefined
  const [major = 0, minor = 0, patch = 0] = parts.release
  return {
    values: { raw, version, major, minor, patch },
    comparable: `${major}.${minor}.${patch}`,
    special: parts.is_prerelease || parts.is_postrelease || parts.is_devrelease,
    threeParts: parts.release.length <= 3,
  }
}

const PRERELEASE = /\d[-._]?(?:a|b|c|rc|alpha|beta|pre|preview|dev|snapshot|nightly)[-._]?\d*$/i

/** For git tags whose grammar no rule names. */
export function looksLikePrerelease(gitTag: string): boolean {
  return readSemver(gitTag)?.special ?? PRERELEASE.test(gitTag)
}
