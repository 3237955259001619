import { type Digest, digestOf } from '../base/digest.ts'
import { formatBytes } from '../base/units.ts'
import { CONTRADICTED, ENDLESS } from './advice.ts'
import { RegistryError } from './errors.ts'
import type { Session } from './session.ts'

const SMALL = 4 * 1024 * 1024

export async function headBlob(session: Session, digest: Digest): Promise<number | undefined> {
  const call = { method: 'HEAD', to: `blobs/${digest}`, expected: [200, 404] }
  const { response } = await session.call(call)
  return response.status === 404 ? undefined : Number(response.headers['content-length'] ?? 0)
}

export async function getBlob(
  session: Session,
  digest: Digest,
  limit = SMALL,
): Promise<Uint8Array | undefined> {
  const call = { method: 'GET', to: `blobs/${digest}`, expected: [200, 404], limit }
  const { response, url } = await session.call(call)
  if (response.status === 404) return undefined
  const asked = { method: 'GET', url, status: response.status }
  if (!response.complete)
    throw new RegistryError(`sent a blob above ${formatBytes(limit)}.`, { ...asked, advice: ENDLESS })
  const sent = digestOf(response.body)
  if (sent !== digest)
    throw new RegistryError(`sent a blob that is ${sent}, not ${digest}.`, { ...asked, advice: CONTRADICTED })
  return response.body
}
