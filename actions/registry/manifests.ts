import { type Digest, digestOf, isDigest } from '../base/digest.ts'
import { formatBytes } from '../base/units.ts'
import { type Advice, CONTRADICTED, ENDLESS } from './advice.ts'
import type { Answer } from './connection.ts'
import { RegistryError } from './errors.ts'
import { ACCEPT, isManifestType } from './mediatypes.ts'
import type { Session } from './session.ts'
import type { Again, DeleteOutcome, Descriptor, Manifest } from './types.ts'

/** Larger ones are refused by registries, so one that arrives is not what was put. */
export const MANIFEST_LIMIT = 4 * 1024 * 1024

export async function headManifest(session: Session, reference: string): Promise<Descriptor | undefined> {
  const answer = await session.call({
    method: 'HEAD',
    to: `manifests/${reference}`,
    headers: ACCEPT,
    expected: [200, 404],
  })
  if (answer.response.status === 404) return undefined
  const digest = digestSent(answer) ?? (isDigest(reference) ? reference : undefined)
  const size = Number(answer.response.headers['content-length'])
  const mediaType = contentType(answer)
  // A registry that says too little about a tag is asked for the manifest itself.
  if (digest === undefined || !(size > 0) || !isManifestType(mediaType)) {
    return describe(await getManifest(session, reference))
  }
  return { mediaType, digest: sameDigest(answer, 'HEAD', reference, digest), size }
}

export async function getManifest(session: Session, reference: string): Promise<Manifest | undefined> {
  const answer = await session.call({
    method: 'GET',
    to: `manifests/${reference}`,
    headers: ACCEPT,
    expected: [200, 404],
    limit: MANIFEST_LIMIT,
  })
  if (answer.response.status === 404) return undefined
  const { body, complete } = answer.response
  if (!complete) throw faulty(answer, 'GET', `sent a manifest above ${formatBytes(MANIFEST_LIMIT)}`, ENDLESS)
  const digest = sameDigest(answer, 'GET', reference, digestOf(body))
  const sent = contentType(answer)
  return { mediaType: isManifestType(sent) ? sent : (ownMediaType(body) ?? sent), digest, bytes: body }
}

/** True: the registry looks after the manifest's `subject` itself. */
export async function putManifest(session: Session, reference: string, manifest: Manifest): Promise<boolean> {
  const { digest, bytes } = manifest
  if (digestOf(bytes) !== digest || (isDigest(reference) && reference !== digest)) {
    throw new Error(`The manifest to put at ${reference} is not ${digest}.`)
  }
  if (bytes.byteLength > MANIFEST_LIMIT)
    throw new Error(`The manifest to put is above ${formatBytes(MANIFEST_LIMIT)}.`)
  const answer = await session.call({
    method: 'PUT',
    to: `manifests/${reference}`,
    headers: { 'Content-Type': manifest.mediaType },
    body: bytes,
    expected: [200, 201, 202],
  })
  sameDigest(answer, 'PUT', reference, digest)
  return answer.response.headers['oci-subject'] !== undefined
}

export function deleteManifest(session: Session, digest: Digest, again?: Again): Promise<DeleteOutcome> {
  return deleteReference(session, digest, again)
}

/** Registries that can't delete a tag alone take its name for a digest that is none. */
export async function deleteTag(session: Session, tag: string, again?: Again): Promise<DeleteOutcome> {
  try {
    return await deleteReference(session, tag, again)
  } catch (error) {
    if (error instanceof RegistryError && error.status === 400) return 'unsupported'
    throw error
  }
}

async function deleteReference(session: Session, reference: string, again?: Again): Promise<DeleteOutcome> {
  const expected = [200, 202, 204, 404, 405, 409]
  try {
    const { response } = await session.call(
      { method: 'DELETE', to: `manifests/${reference}`, expected },
      again,
    )
    if (response.status === 404) return 'absent'
    if (response.status === 405) return 'unsupported'
    return response.status === 409 ? 'referenced' : 'deleted'
  } catch (error) {
    const outcome = error instanceof RegistryError ? refusedDeletion(session, error) : undefined
    if (outcome === undefined) throw error
    return outcome
  }
}

/** Which refusals mean the feature or the manifest, rather than us. */
function refusedDeletion(session: Session, error: RegistryError): DeleteOutcome | undefined {
  if (error.status !== 400 && error.status !== 403) return undefined
  if (
    error.reason === 'UNSUPPORTED' ||
    /unsupported|not supported|delet\w* (is |are )?(disabled|not allowed)/i.test(error.message)
  )
    return 'unsupported'
  const referenced = session.connection.kind === 'dockerhub' && error.status === 403
  return referenced && !/insufficient|access (to the resource is )?denied/i.test(error.message)
    ? 'referenced'
    : undefined
}

/** What was computed, asked for and told must be one digest. */
function sameDigest(answer: Answer, method: string, reference: string, digest: Digest): Digest {
  const told = digestSent(answer)
  if (isDigest(reference) && reference !== digest)
    throw faulty(answer, method, `gave ${digest} where ${reference} was asked for`, CONTRADICTED)
  if (told !== undefined && told !== digest)
    throw faulty(answer, method, `says that the manifest is ${told}, but it is ${digest}`, CONTRADICTED)
  return digest
}

function faulty(answer: Answer, method: string, what: string, advice: Advice): RegistryError {
  return new RegistryError(`${what}.`, {
    method,
    url: answer.url,
    status: answer.response.status,
    advice,
  })
}

function digestSent(answer: Answer): Digest | undefined {
  const sent = answer.response.headers['docker-content-digest']
  return typeof sent === 'string' && isDigest(sent) ? sent : undefined
}

function contentType(answer: Answer): string {
  return (answer.response.headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
}

function ownMediaType(bytes: Uint8Array): string | undefined {
  try {
    const { mediaType } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { mediaType?: unknown }
    return typeof mediaType === 'string' ? mediaType : undefined
  } catch {
    return undefined
  }
}

function describe(manifest: Manifest | undefined): Descriptor | undefined {
  if (!manifest) return undefined
  return { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.byteLength }
}
