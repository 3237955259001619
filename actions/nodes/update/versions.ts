import semver from 'semver'

/** A tag's version: `v1.2.3`, `1.2.3`, also `v1.2`; undefined: it is none, or a prerelease. */
export function versionOf(tag: string): string | undefined {
  const [, major, minor, patch = '0', rest = ''] =
    /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(\+.*)?$/i.exec(tag) ?? []
  if (major === undefined || minor === undefined) return undefined
  return semver.valid(`${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`) ?? undefined
}

/** The highest version first; what is none is left out. */
export function byVersion<T>(things: readonly T[], tagOf: (thing: T) => string): T[] {
  return things
    .flatMap((thing) => {
      const version = versionOf(tagOf(thing))
      return version === undefined ? [] : [{ thing, version }]
    })
    .sort((a, b) => semver.rcompare(a.version, b.version))
    .map(({ thing }) => thing)
}
