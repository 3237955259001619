import type { Digest } from '../base/digest.ts'
import { CONTRADICTED, MALFORMED } from './advice.ts'
import { headBlob } from './blobs.ts'
import type { Answer } from './connection.ts'
import { RegistryError } from './errors.ts'
import type { Session } from './session.ts'
import type { BlobOutcome, BlobSource } from './types.ts'

export interface UploadOptions {
  mountFrom?: readonly string[]
  onSent?: (bytes: number) => void
}

/** An upload that the registry has opened; 'mounted': none was needed. */
type Opened = URL | 'mounted'

export async function uploadBlob(
  session: Session,
  blob: BlobSource,
  { mountFrom = [], onSent }: UploadOptions,
): Promise<BlobOutcome> {
  session.allowMounts(mountFrom)
  if ((await headBlob(session, blob.digest)) !== undefined) return 'present'
  let opened: Opened | undefined
  for (const from of mountFrom) {
    opened = (await openByMount(session, blob.digest, from)) ?? opened
    if (opened === 'mounted') return 'mounted'
  }
  await session.retrying(async (attempt) => {
    // The answer may have been lost, and not the blob.
    if (attempt > 1 && (await headBlob(session, blob.digest)) !== undefined) return
    const to = (opened as URL | undefined) ?? (await open(session))
    opened = undefined
    await finish(session, to, blob, onSent)
  }, isLostUpload)
  return 'pushed'
}

export async function mountBlob(session: Session, digest: Digest, from: string): Promise<boolean> {
  session.allowMounts([from])
  // An upload that was opened instead is left to the registry, which clears them away.
  return (await openByMount(session, digest, from)) === 'mounted'
}

async function openByMount(session: Session, digest: Digest, from: string): Promise<Opened | undefined> {
  if (!session.mayMount(from)) return undefined
  const query = new URLSearchParams({ mount: digest, from })
  try {
    const answer = await session.call({ method: 'POST', to: `blobs/uploads/?${query}`, expected: [201, 202] })
    return answer.response.status === 201 ? 'mounted' : locationOf(session, answer)
  } catch (error) {
    // Whatever speaks against a mount, an upload may still do.
    if (!(error instanceof RegistryError) || error.retryable || error.status === undefined) throw error
    session.refuseMount(from)
    return undefined
  }
}

async function open(session: Session): Promise<URL> {
  return locationOf(session, await session.once({ method: 'POST', to: 'blobs/uploads/', expected: [202] }))
}

async function finish(
  session: Session,
  upload: URL,
  blob: BlobSource,
  onSent: UploadOptions['onSent'],
): Promise<void> {
  // As text, because a query that is parsed and written anew may no longer fit its signature.
  const to = new URL(
    `${upload.href}${upload.search === '' ? '?' : '&'}digest=${encodeURIComponent(blob.digest)}`,
  )
  const { response } = await session.once({
    method: 'PUT',
    to,
    headers: { 'Content-Type': 'application/octet-stream' },
    body: { size: blob.size, open: () => blob.open(), onSent },
    expected: [201],
  })
  const told = response.headers['docker-content-digest']
  if (told === undefined || told === blob.digest) return
  throw new RegistryError(`stored ${told} where ${blob.digest} was sent.`, {
    method: 'PUT',
    url: to,
    status: 201,
    advice: CONTRADICTED,
  })
}

/** The registry has forgotten the upload: a new one may go through. */
function isLostUpload(error: RegistryError): boolean {
  return error.method === 'PUT' && (error.status === 404 || error.status === 416)
}

function locationOf(session: Session, { response, url }: Answer): URL {
  const { location } = response.headers
  if (location === undefined)
    throw new RegistryError('opened an upload without a Location.', {
      method: 'POST',
      url,
      advice: MALFORMED,
    })
  return session.connection.resolve(location, url)
}
