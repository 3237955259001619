import { UserError } from '../base/errors.ts'
import { usesHeredocs } from './heredocs.ts'

/** buildah parses heredocs from 1.33 on; shebangs, quoting and the layer cache respect them from this one. */
const HEREDOCS = '1.35'
/** What ubuntu-24.04 has, and the oldest that everything else here was tried with. */
const OLDEST = '1.33'

export interface Requirement {
  /** Of the buildah library inside podman, `1.35`. */
  minimum: string
  reason: string
}

export interface Containerfile {
  path: string
  text: string
}

/** The input `minimum-buildah`. */
export function parseMinimum(text: string): string {
  const value = text.trim()
  if (value === 'auto' || /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/.test(value)) return value
  throw new UserError('IMG1001', `Input "minimum-buildah" is "${text}".`, {
    hint: 'Write auto, or a version such as 1.35.',
  })
}

export function requirementFor(minimum: string, files: readonly Containerfile[]): Requirement {
  if (minimum !== 'auto') return { minimum, reason: 'asked for by "minimum-buildah"' }
  const file = files.find(({ text }) => usesHeredocs(text))
  return file
    ? { minimum: HEREDOCS, reason: `${file.path} uses heredocs` }
    : { minimum: OLDEST, reason: 'no Containerfile uses heredocs' }
}

/** Compares the numbers alone: a distribution's `1.33.7-ubuntu1` and a prerelease `1.35.0-dev` have what their number says. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [have, need] = [numbers(version), numbers(minimum)]
  const differing = need.findIndex((part, index) => part !== (have[index] ?? 0))
  return differing < 0 || (have[differing] ?? 0) > (need[differing] ?? 0)
}

function numbers(version: string): number[] {
  return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number)
}
