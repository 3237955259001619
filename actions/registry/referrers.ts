import { type Digest, digestOf, hexOf, isDigest } from '../base/digest.ts'
import { MALFORMED } from './advice.ts'
import type { Answer } from './connection.ts'
import { RegistryError } from './errors.ts'
import { getManifest, MANIFEST_LIMIT, putManifest } from './manifests.ts'
import { OCI_INDEX } from './mediatypes.ts'
import { readJson, readPages } from './pages.ts'
import type { Session } from './session.ts'
import type { Descriptor, Manifest } from './types.ts'

/** Where the referrers of a manifest are listed in a registry that has no API for them. */
export function fallbackTag(subject: Digest): string {
  return `sha256-${hexOf(subject)}`
}

export async function referrers(session: Session, subject: Digest): Promise<Descriptor[]> {
  if (session.lacksReferrers) return listed(session, subject)
  const options = { accept: OCI_INDEX, limit: MANIFEST_LIMIT }
  const pages = await readPages(session, `referrers/${subject}`, options)
  if (pages?.every(isIndexPage)) return pages.flatMap((page) => descriptorsOf(readJson(page)))
  session.lacksReferrers = true
  return listed(session, subject)
}

/** Adds a manifest to its subject's list, for a registry that doesn't do so itself. */
export async function addReferrer(session: Session, subject: Digest, manifest: Manifest): Promise<void> {
  const known = await listed(session, subject)
  if (known.some(({ digest }) => digest === manifest.digest)) return
  const manifests = [...known, describeReferrer(manifest)]
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }))
  await putManifest(session, fallbackTag(subject), { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes })
}

export function subjectOf(manifest: Manifest): Digest | undefined {
  const subject = parse(manifest)?.subject
  const digest = typeof subject === 'object' && subject !== null && 'digest' in subject && subject.digest
  return typeof digest === 'string' && isDigest(digest) ? digest : undefined
}

async function listed(session: Session, subject: Digest): Promise<Descriptor[]> {
  const index = await getManifest(session, fallbackTag(subject))
  if (!index) return []
  const content = parse(index)
  // Taken for empty, it would leave what it lists to whoever cleans up.
  if (!content) throw unreadable(session, subject)
  return descriptorsOf(content)
}

/** As the specification wants it: the type of the artifact, and the manifest's own annotations. */
function describeReferrer(manifest: Manifest): Descriptor {
  const { artifactType, config, annotations } = parse(manifest) ?? {}
  const type = artifactType || (config as { mediaType?: unknown } | undefined)?.mediaType
  return {
    mediaType: manifest.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.byteLength,
    ...(typeof type === 'string' ? { artifactType: type } : {}),
    ...(annotations ? { annotations: annotations as Record<string, string> } : {}),
  }
}

/** Some answer 200 with a page of their own where they know nothing of referrers. */
function isIndexPage({ response }: Answer): boolean {
  return (response.headers['content-type'] ?? '').startsWith(OCI_INDEX)
}

function descriptorsOf(index: Record<string, unknown>): Descriptor[] {
  const list: unknown[] = Array.isArray(index.manifests) ? index.manifests : []
  return list.filter((entry): entry is Descriptor => {
    const digest = typeof entry === 'object' && entry !== null && 'digest' in entry && entry.digest
    return typeof digest === 'string' && isDigest(digest)
  })
}

function unreadable({ repository, connection }: Session, subject: Digest): RegistryError {
  const url = new URL(`/v2/${repository.path}/manifests/${fallbackTag(subject)}`, connection.base)
  return new RegistryError('answered with something that is not JSON.', {
    ...{ method: 'GET', url, status: 200, advice: MALFORMED },
  })
}

function parse(manifest: Manifest): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return undefined
  }
}
