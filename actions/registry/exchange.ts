import type { Clock } from '../base/clock.ts'
import { messageOf } from '../base/errors.ts'
import { adviceOnSilence } from './advice.ts'
import { RegistryError, redact } from './errors.ts'
import type { Trace } from './trace.ts'
import type { HttpRequest, HttpResponse, Transport } from './transport.ts'

export interface Line {
  transport: Transport
  clock: Clock
  trace?: Trace | undefined
  /** What is at its end, in a sentence; the registry unless told. */
  peer?: string | undefined
}

const NETWORK_FAILURES = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
/** One request and its answer, told to the trace; a connection that failed is an error that says whether to try again. */
export async function exchange(request: HttpRequest, line: Line): Promise<HttpResponse> {
  const started = line.clock.now()
  let status: number | undefined
  try {
    const response = await line.transport.send(request)
    status = response.status
    return response
  } catch (error) {
    throw explain(error, request, line.peer)
  } finally {
    const milliseconds = line.clock.now() - started
    line.trace?.({ method: request.method, url: redact(request.url), status, milliseconds })
  }
}

/** What happened to a connection; cancellations and faults of our own pass as they are. */
function explain(error: unknown, request: HttpRequest, peer = 'the registry'): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const network = NETWORK_FAILURES.has(code)
  const hopeless =
    /^(ENOTFOUND|EPROTO)$/.test(code) ||
    /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|UNABLE_TO|SELF_SIGNED|HPE_)/.test(code)
  if (!network && !hopeless) return error
  return new RegistryError(`got no answer: ${messageOf(error) || code}.`, {
    ...request,
    retryable: network,
    cause: error,
    advice: adviceOnSilence(peer, network),
  })
}
