import { isDigest } from '../../base/digest.ts'
import { UserError } from '../../base/errors.ts'
import type { Version } from '../types.ts'
import type { Answer, GithubApi } from './api.ts'

/** The most that GitHub gives at once. */
export const PAGE = 100

export interface Page {
  number: number
  /** The number of the last page, as far as this one knows. */
  last: number
  versions: Version[]
}

export interface Listed {
  id: number
  name: string
  created_at: string
  updated_at: string
  deleted_at?: string
  metadata: { container: { tags: string[] } }
}

/** One page of a package's versions, without all that GitHub says beside. */
export async function readPage(api: GithubApi, home: string, number: number): Promise<Page> {
  const { listed, last } = await readListed(api, `${home}/versions`, number)
  return { number, last, versions: listed.map(versionOf) }
}

export async function readListed(
  api: GithubApi,
  path: string,
  number: number,
  query: { state?: string } = {},
): Promise<{ listed: Listed[]; last: number }> {
  const answer = await api.ask(`GET ${path}`, { per_page: PAGE, page: number, ...query })
  const { data } = answer
  if (!Array.isArray(data) || !data.every(isListed)) {
    throw new UserError(
      'IMG5206',
      `GitHub answered GET ${path} with something that is no list of versions.`,
      {
        hint: 'Run this again; nothing is deleted on the strength of it.',
      },
    )
  }
  return { listed: data, last: lastPage(answer, number) }
}

export function versionOf(listed: Listed): Version {
  return {
    id: String(listed.id),
    digest: listed.name as Version['digest'],
    tags: listed.metadata.container.tags,
    created: Date.parse(listed.created_at),
    updated: Date.parse(listed.updated_at),
  }
}

/** What is not as published is not guessed at. */
export function isListed(value: unknown): value is Listed {
  const { id, name, created_at, updated_at, metadata } = (value ?? {}) as Partial<Listed>
  const tags: unknown = metadata?.container?.tags
  return (
    Number.isInteger(id) &&
    isDigest(name ?? '') &&
    [created_at, updated_at].every((time) => Number.isFinite(Date.parse(time ?? ''))) &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === 'string')
  )
}

/** Through the `Link` header; a page without one is the last. */
function lastPage({ headers }: Answer<unknown>, number: number): number {
  const pages = String(headers.link ?? '')
    .split(',')
    .flatMap((link) => {
      const [, query = '', rel = ''] = /<[^>]*\?([^>]*)>\s*;\s*rel="?(next|last)"?/.exec(link) ?? []
      return rel === '' ? [] : [Number(new URLSearchParams(query).get('page'))]
    })
  return Math.max(number, ...pages.filter(Number.isInteger))
}
