import type { Finding } from '../check.ts'
import type { HttpCheck } from '../file/running.ts'
import type { Answer, HttpAnswer, ProbeRequest } from '../probe-job.ts'
import { type Fault, findingOf, shown, textFaults } from '../text.ts'
import { jsonFaults } from './json.ts'
import { type Listener, spokenPorts } from './listeners.ts'

export function requestOf({ path, method, headers, body }: HttpCheck, port: number): ProbeRequest {
  return { port, path, method, headers, ...(body === undefined ? {} : { body }) }
}

export function spokenRequest(check: HttpCheck): string {
  return check.name ?? `${check.method} ${check.path} answers ${check.status.join(' or ')}`
}

export function httpFinding(check: HttpCheck, answer: HttpAnswer): Finding | undefined {
  const body = Buffer.from(answer.body, 'base64').toString()
  const faults = [
    ...statusFaults(check, answer),
    ...headerFaults(check, answer),
    ...textFaults('the body', body, check, answer.cut ? '1 MiB' : undefined),
    ...(check.json === undefined ? [] : jsonFaults(body, check.json)),
  ]
  const hint = hintFor(check, answer, faults)
  return findingOf(faults, hint === undefined ? {} : { hint })
}

function statusFaults(check: HttpCheck, { status, body, headers }: HttpAnswer): Fault[] {
  if (check.status.includes(status)) return []
  const to = headers.location === undefined ? '' : `, to ${headers.location}`
  const said = body === '' ? '' : `: ${shown(Buffer.from(body, 'base64').toString())}`
  return [{ expected: `status ${check.status.join(' or ')}`, actual: `status ${status}${to}${said}` }]
}

function headerFaults(check: HttpCheck, answer: HttpAnswer): Fault[] {
  return Object.entries(check['response-headers'] ?? {}).flatMap(([name, asked]) => {
    const value = answer.headers[name.toLowerCase()]
    return value === undefined
      ? [{ expected: `a header ${name}`, actual: 'there is none' }]
      : textFaults(`the header ${name}`, value, asked)
  })
}

function hintFor(check: HttpCheck, answer: HttpAnswer, faults: readonly Fault[]): string | undefined {
  if (faults.length === 0) return undefined
  if (answer.cut) return 'Only the first 1 MiB of the body was looked at.'
  if (answer.status >= 500 && !check.status.includes(answer.status))
    return 'The application failed: its last lines may say why.'
  const redirected = answer.status >= 300 && answer.status < 400 && !check.status.includes(answer.status)
  return redirected ? 'Redirects are not followed: ask for its target, or for this status.' : undefined
}

/** A request that got no answer at all. */
export function spokenError(answer: { error: string }, port: number, listening: readonly Listener[]): string {
  const { error } = answer
  if (error === 'ECONNREFUSED') return `nobody listens on port ${port}; ${spokenPorts(listening)}`
  if (error === 'TIMEOUT') return 'no answer in time'
  if (error === 'ECONNRESET') return 'the connection was closed without an answer'
  return `no answer that is HTTP: ${error}`
}

export function spokenAnswer(answer: Answer, port: number, listening: readonly Listener[]): string {
  return 'status' in answer ? `status ${answer.status}` : spokenError(answer, port, listening)
}
