import { ENDLESS, MALFORMED } from './advice.ts'
import type { Answer } from './connection.ts'
import { RegistryError } from './errors.ts'
import type { Session } from './session.ts'

const MOST_PAGES = 10_000

/** Follows the `Link` header from page to page; undefined: 404 on the first one. */
export async function readPages(
  session: Session,
  first: string,
  options: { accept?: string; limit: number },
): Promise<Answer[] | undefined> {
  const pages: Answer[] = []
  const headers = options.accept === undefined ? {} : { Accept: options.accept }
  for (let to: string | URL | undefined = first; to !== undefined; ) {
    const expected = pages.length === 0 ? [200, 404] : [200]
    const page: Answer = await session.call({ method: 'GET', to, headers, expected, limit: options.limit })
    if (page.response.status === 404) return undefined
    pages.push(page)
    to = nextPage(session, page)
    // Half a list would be worse than none: whoever cleans up relies on it.
    if (!page.response.complete || pages.length > MOST_PAGES || String(to) === String(page.url)) {
      throw new RegistryError('sends a list without end.', { method: 'GET', url: page.url, advice: ENDLESS })
    }
  }
  return pages
}

export function readJson(page: Answer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(page.response.body.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {}
  throw new RegistryError('answered with something that is not JSON.', {
    method: 'GET',
    url: page.url,
    status: 200,
    advice: MALFORMED,
  })
}

function nextPage(session: Session, { response, url }: Answer): URL | undefined {
  const link = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(response.headers.link ?? ''))
  return link?.[1] === undefined ? undefined : session.connection.resolve(link[1], url)
}
