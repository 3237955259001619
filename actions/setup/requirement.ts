import { UserError } from '../base/errors.ts'
import { HEREDOCS, OLDEST } from '../engine/buildah.ts'
import { usesHeredocs } from './heredocs.ts'

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
