/** buildah parses heredocs from 1.33 on; shebangs, quoting and the layer cache respect them from this one. */
export const HEREDOCS = '1.35'
/** What ubuntu-24.04 has, and the oldest that everything else here was tried with. */
export const OLDEST = '1.33'

/** Compares the numbers alone: a distribution's `1.33.7-ubuntu1` and a prerelease `1.35.0-dev` have what their number says. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [have, need] = [numbers(version), numbers(minimum)]
  const differing = need.findIndex((part, index) => part !== (have[index] ?? 0))
  return differing < 0 || (have[differing] ?? 0) > (need[differing] ?? 0)
}

function numbers(version: string): number[] {
  return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number)
}
