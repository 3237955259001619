import type { IncomingHttpHeaders } from 'node:http'
import { UserError } from '../../base/errors.ts'
import { redact } from '../../registry/errors.ts'
import { exchange, type Line } from '../../registry/exchange.ts'
import type { HttpResponse } from '../../registry/transport.ts'

/** A page of a hundred versions has some hundred kilobytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024
const MOST_REDIRECTS = 5

interface FetchOptions {
  method: string
  headers: Record<string, string>
}

/** Octokit's fetch over our own connections, for requests without a body; Node's would be slow to load and see no proxy. */
export function fetchOver(line: Line) {
  const github = { ...line, peer: 'GitHub' }
  return async (address: string, { method, headers }: FetchOptions) => {
    let url = new URL(address)
    for (let hops = 0; ; hops++) {
      const response = await exchange({ method, url, headers, limit: LONGEST_ANSWER }, github)
      if (response.status === 200 && !response.complete) throw endless(method, url)
      if (response.status < 300 || response.status >= 400) return answerOf(url, response)
      url = followed(url, method, response.headers.location, hops)
    }
  }
}

/** To Octokit, a redirect would be a success. A renamed owner's is followed; the token goes nowhere else. */
function followed(from: URL, method: string, location: string | undefined, hops: number): URL {
  const to = location === undefined ? null : URL.parse(location, from.href)
  if (to?.origin === from.origin && method === 'GET' && hops < MOST_REDIRECTS) return to
  throw new UserError(
    'IMG5205',
    `${method} ${redact(from)} is redirected to ${to ? redact(to) : 'nowhere'}.`,
    {
      hint: 'The owner or the package was renamed, it seems: use its new name.',
    },
  )
}

function endless(method: string, url: URL): UserError {
  return new UserError('IMG5206', `${method} ${redact(url)} is answered without end.`, {
    hint: 'Something between here and GitHub is at fault; run this again later.',
  })
}

function answerOf(url: URL, { status, headers, body }: HttpResponse) {
  return {
    status,
    url: url.href,
    headers: headersOf(headers),
    text: async () => body.toString('utf8'),
    arrayBuffer: async () => Uint8Array.from(body).buffer,
  }
}

function headersOf(headers: IncomingHttpHeaders): Map<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
