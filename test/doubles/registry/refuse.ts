import type { OutgoingHttpHeaders } from 'node:http'
import { Refusal } from '../server.ts'

/** An error as the distribution specification words it. */
export function refuse(
  status: number,
  code: string,
  message: string,
  headers: OutgoingHttpHeaders = {},
): Refusal {
  return new Refusal(status, { errors: [{ code, message }] }, headers)
}
