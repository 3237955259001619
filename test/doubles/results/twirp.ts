import { Refusal } from '../server.ts'
import type { BlobStorage } from './blobs.ts'

export interface Call {
  method: string
  /** Field names as in the protocol's own files, as the clients send them. */
  message: Record<string, unknown>
  scope: { run: string; job: string }
  origin: string
  storage: BlobStorage
}

export function twirpError(status: number, code: string, msg: string): Refusal {
  return new Refusal(status, { code, msg })
}

export function text(call: Call, field: string): string {
  const value = call.message[field]
  if (typeof value !== 'string' || value === '')
    throw twirpError(400, 'invalid_argument', `${field} is missing`)
  return value
}

/** The fields that protobuf wraps; in JSON they are the bare value. */
export function optionalText(call: Call, field: string): string | undefined {
  const value = call.message[field]
  return value === undefined || value === null ? undefined : String(value)
}
