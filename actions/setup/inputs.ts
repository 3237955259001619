import { Problems, UserError } from '../base/errors.ts'
import type { InputReader } from '../base/inputs.ts'
import { isLoopback } from '../base/reference.ts'
import { checkPath } from '../plan/paths.ts'
import { parseMinimum } from './requirement.ts'

/** Architectures that a static release is asked for by name. */
export const ARCHITECTURES = ['amd64', 'arm64'] as const
export type Architecture = (typeof ARCHITECTURES)[number]

/** A pinned release: the address, and what its bytes must hash to. */
export interface Release {
  url: string
  sha256: string
}

export interface SetupInputs {
  /** Empty: `context` and `file` say what is built. */
  plan: string
  context: string
  file: string
  /** `auto` or a version. */
  minimum: string
  /** Only those of which both address and checksum are given. */
  releases: Partial<Record<Architecture, Release>>
}

export function parseInputs(reader: InputReader): SetupInputs {
  const problems = new Problems()
  const mirror = problems.try(() => parseMirror(reader.text('mirror')))
  const releases: SetupInputs['releases'] = {}
  for (const architecture of ARCHITECTURES) {
    const release = problems.try(() => parseRelease(reader, architecture, mirror ?? ''))
    if (release) releases[architecture] = release
  }
  const minimum = problems.try(() => parseMinimum(reader.text('minimum-buildah')))
  const context = problems.try(() => checkPath(reader.text('context').trim() || '.', 'context'))
  const file = problems.try(() => optionalPath(reader.text('file').trim()))
  problems.throwIfAny()
  return { plan: reader.text('plan').trim(), context: context!, file: file!, minimum: minimum!, releases }
}

function parseRelease(reader: InputReader, architecture: Architecture, mirror: string): Release | undefined {
  const names = [`podman-url-${architecture}`, `podman-sha256-${architecture}`] as const
  const [url, sha256] = names.map((name) => reader.text(name).trim())
  if (!url && !sha256) return undefined
  if (!url || !sha256) {
    const [given, missing] = url ? names : [names[1], names[0]]
    throw new UserError('IMG2001', `Input "${given}" is set, but "${missing}" is not.`, {
      hint: 'A release is installed by address and checksum: set both, or none.',
    })
  }
  if (!/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new UserError('IMG2002', `Input "${names[1]}" is not a SHA-256 checksum.`, {
      hint: 'Write the 64 hexadecimal digits that sha256sum prints for the file.',
    })
  }
  const address = parseAddress(url, names[0])
  return { url: mirror === '' ? address.href : mirrored(address, mirror), sha256: sha256.toLowerCase() }
}

function parseMirror(text: string): string {
  const value = text.trim().replace(/\/+$/, '')
  return value === '' ? '' : parseAddress(value, 'mirror').href.replace(/\/+$/, '')
}

/** The mirror takes the place of scheme and host; the path stays. */
function mirrored(address: URL, mirror: string): string {
  return `${mirror}${address.pathname}${address.search}`
}

/** The checksum guards what arrives; https, that nobody learns or withholds what is fetched. Loopback has nobody in between. */
function parseAddress(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw new UserError('IMG2003', `Input "${name}" is not an https address.`, {
    hint: 'Write the whole address, https://….',
  })
}

function optionalPath(path: string): string {
  return path === '' ? '' : checkPath(path, 'file')
}
