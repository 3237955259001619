import * as z from 'zod'
import { type Digest, isDigest } from '../../base/digest.ts'
import { UserError } from '../../base/errors.ts'
import type { Progress } from '../../base/progress.ts'
import { formatRepository, type Repository } from '../../base/reference.ts'
import { readDocument } from '../../base/schema.ts'
import { RegistryError, redact } from '../../registry/errors.ts'
import type { HttpResponse } from '../../registry/transport.ts'
import type { Again } from '../../registry/types.ts'
import { tagUrl } from './api.ts'
import type { Session } from './session.ts'

/** What the API tells of a tag, as far as it is of use here. */
export interface HubTag {
  name: string
  /** Old tags have none. */
  digest?: Digest
  /** Milliseconds since 1970. */
  pushed?: number
  updated?: number
  bytes?: number
}

/** Where to ask about whose tags. */
export interface TagsApi {
  session: Session
  base: URL
  repository: Repository
}

interface Listing {
  tags: HubTag[]
  /** Why they can't be all of them. */
  doubt: string | undefined
}

const PAGE = 100
/** Whoever pushes while the list is read shifts its pages: it is read once more. */
const ATTEMPTS = 2

const tagSchema = z.object({
  name: z.string(),
  digest: z.string().nullish(),
  last_updated: z.string().nullish(),
  tag_last_pushed: z.string().nullish(),
  full_size: z.number().nullish(),
})
const pageSchema = z.object({
  count: z.int().nonnegative(),
  next: z.string().nullish(),
  results: z.array(tagSchema),
})

type Page = z.infer<typeof pageSchema>

/** All of them, or an error. */
export async function listTags(api: TagsApi, progress: Progress): Promise<HubTag[]> {
  const name = formatRepository(api.repository)
  let doubt: string | undefined
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const listing = await readList(api, (done, total) => progress(`Tags of ${name}`, done, total))
    if (listing.doubt === undefined) return listing.tags
    doubt = listing.doubt
  }
  throw new UserError('IMG5301', `Docker Hub’s list of the tags of ${name} is not whole: ${doubt}.`, {
    hint: 'Run this again when nobody pushes; from half a list nothing is ever deleted.',
  })
}

/** Undefined: it is not there. */
export async function findTag(api: TagsApi, tag: string): Promise<HubTag | undefined> {
  const url = tagUrl(api.base, api.repository, tag)
  const answer = await api.session.ask({ method: 'GET', url, expected: [200, 404] })
  return answer.status === 404 ? undefined : tagOf(parse(answer, tagSchema, url))
}

/** False: it was not there any more. */
export async function deleteTag(api: TagsApi, tag: string, again: Again): Promise<boolean> {
  const url = tagUrl(api.base, api.repository, tag)
  const answer = await api.session.ask({ method: 'DELETE', url, expected: [200, 202, 204, 404], again })
  return answer.status !== 404
}

async function readList(
  { session, base, repository }: TagsApi,
  progress: (done: number, total: number) => void,
): Promise<Listing> {
  const tags = new Map<string, HubTag>()
  const doubtful = (doubt?: string): Listing => ({ tags: [...tags.values()], doubt })
  let total: number | undefined
  let url: URL | undefined = tagUrl(base, repository)
  url.searchParams.set('page_size', String(PAGE))
  for (let number = 1; url !== undefined; number++) {
    const expected = number === 1 ? [200] : [200, 404]
    const answer: HttpResponse = await session.ask({ method: 'GET', url, expected })
    if (answer.status === 404) return doubtful(`page ${number} is not there`)
    const { count, next, results }: Page = parse(answer, pageSchema, url)
    total ??= count
    if (count !== total) return doubtful(`it had ${total} tags, then ${count}`)
    for (const result of results) tags.set(result.name, tagOf(result))
    progress(tags.size, total)
    if (next && results.length < PAGE) return doubtful(`page ${number} has ${results.length} tags only`)
    if (next && number * PAGE >= total) return doubtful(`it goes on after ${total} tags`)
    url = next ? nextUrl(next, url) : undefined
  }
  return doubtful(tags.size === total ? undefined : `of ${total} tags it names ${tags.size}`)
}

/** A token goes nowhere but where it came from. */
function nextUrl(next: string, from: URL): URL {
  const url = URL.parse(next, from.href)
  if (url?.origin === from.origin) return url
  const to = url ? redact(url) : 'an address that is none'
  throw new RegistryError(`has its next page at ${to}.`, {
    method: 'GET',
    url: from,
    advice: {
      code: 'IMG5206',
      hint: 'The token stays here. Find out what answers in the place of Docker Hub’s API.',
    },
  })
}

function tagOf(found: z.infer<typeof tagSchema>): HubTag {
  const { name, digest, full_size: size } = found
  const updated = timeOf(found.last_updated)
  const pushed = timeOf(found.tag_last_pushed)
  return {
    name,
    ...(digest && isDigest(digest) ? { digest } : {}),
    ...(updated === undefined ? {} : { updated }),
    ...(pushed === undefined ? {} : { pushed }),
    ...(size && Number.isSafeInteger(size) && size > 0 ? { bytes: size } : {}),
  }
}

/** Docker Hub says "never" as the year 1. */
function timeOf(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '')
  return time > 0 ? time : undefined
}

function parse<T>(answer: HttpResponse, schema: z.ZodType<T>, url: URL): T {
  return readDocument(schema, answer.body.toString('utf8'), {
    what: `The answer of ${redact(url)}`,
    code: 'IMG5206',
    hint: 'Run it again later; if it stays so, see whether a proxy answers in its place.',
  })
}
