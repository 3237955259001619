import type { Exchange } from '../exchange.ts'
import { nextLinks, page } from '../page.ts'
import { refuse, requireWrite, type TokenRights } from './access.ts'
import type { Github } from './github.ts'
import type { GraphRepository } from './graph.ts'
import { assetId, describeAsset, describeRelease, type Release, releaseId } from './release-objects.ts'

const ROUTE =
  /^\/repos\/(?<name>[^/]+\/[^/]+)\/releases(?:\/(?:tags\/(?<tag>[^/]+)|assets\/(?<asset>\d+)|(?<id>\d+)(?<files>\/assets)?))?$/
/** In characters. */
const LONGEST_BODY = 125_000

type Rights = TokenRights & { installation: boolean }

interface Call {
  exchange: Exchange
  /** Of the repository, which the answer's addresses are made from. */
  name: string
  repository: GraphRepository & { releases: Release[] }
  mayWrite: boolean
  groups: Record<string, string | undefined>
}

/** Releases and their files; false where the path is another's. */
export async function answerReleases(
  github: Github,
  exchange: Exchange,
  rights: Rights | undefined,
): Promise<boolean> {
  const { name, ...groups } = ROUTE.exec(exchange.url.pathname)?.groups ?? {}
  if (name === undefined) return false
  const repository = github.repositories[name]
  if (repository === undefined || (repository.private && rights === undefined)) throw refuse(404, 'Not Found')
  if (exchange.method !== 'GET') requireWrite(rights, 'contents')
  repository.releases ??= []
  const thing = Object.keys(groups).find((key) => key !== 'id' && groups[key]) ?? (groups.id ? 'id' : 'all')
  const answer = ROUTES[`${exchange.method} ${thing}`]
  if (answer === undefined) throw refuse(404, 'Not Found')
  const mayWrite = rights?.contents === 'write'
  await answer({ exchange, name, repository: repository as Call['repository'], mayWrite, groups })
  return true
}

const ROUTES: Record<string, (call: Call) => Promise<void>> = {
  'GET all': (call) => {
    // Drafts are for those who may publish them.
    const seen = call.repository.releases.filter(({ published }) => published !== null || call.mayWrite)
    const size = Math.min(Number(call.exchange.query('per_page') ?? 30), 100)
    const part = page(seen, Number(call.exchange.query('page') ?? 1), size)
    const items = part.items.map((release) => describe(call, release))
    return call.exchange.sendJson(200, items, nextLinks(call.exchange.url, part))
  },
  'GET tag': (call) => {
    const tag = decodeURIComponent(call.groups.tag ?? '')
    const found = call.repository.releases.find((each) => each.tag === tag && each.published !== null)
    if (found === undefined) throw refuse(404, 'Not Found')
    return call.exchange.sendJson(200, describe(call, found))
  },
  'GET id': (call) => call.exchange.sendJson(200, describe(call, find(call))),
  'POST all': async (call) => {
    const { tag_name: tag = '', ...rest } = (await call.exchange.json()) as Record<string, unknown>
    if (typeof tag !== 'string' || tag === '') throw refuse(422, 'Validation Failed')
    const release: Release = { tag, published: null }
    write(call, release, rest)
    call.repository.releases.push(release)
    await call.exchange.sendJson(201, describe(call, release))
  },
  'PATCH id': async (call) => {
    const release = find(call)
    write(call, release, (await call.exchange.json()) as Record<string, unknown>)
    await call.exchange.sendJson(200, describe(call, release))
  },
  'POST files': async (call) => {
    const release = find(call)
    const { exchange } = call
    const [name = '', type = ''] = [exchange.query('name'), exchange.header('content-type')]
    const bytes = await exchange.bytes()
    if (name === '' || type === '' || bytes?.length === 0) throw refuse(400, 'Bad Content-Length')
    requireChangeable(call, release)
    if (release.assets?.some((each) => each.name === name)) throw refuse(422, 'Validation Failed')
    const asset = { name, type, bytes }
    release.assets = [...(release.assets ?? []), asset]
    await exchange.sendJson(201, describeAsset(exchange.url.origin, call.name, release, asset))
  },
  'DELETE asset': async (call) => {
    const isIt = (release: Release) => (release.assets ?? []).find((each) => idOfAsset(call, release, each))
    const release = call.repository.releases.find(isIt)
    if (release === undefined) throw refuse(404, 'Not Found')
    requireChangeable(call, release)
    release.assets = release.assets?.filter((each) => each !== isIt(release)) ?? []
    await call.exchange.send(204)
  },
}

function write({ repository }: Call, release: Release, changes: Record<string, unknown>): void {
  const { draft = release.published === null, body = release.body ?? '', name = release.tag } = changes
  if ([...String(body)].length > LONGEST_BODY)
    throw refuse(422, `body is too long (maximum is ${LONGEST_BODY} characters)`)
  const others = repository.releases.filter((each) => each !== release && each.published !== null)
  if (!draft && others.some(({ tag }) => tag === release.tag)) throw refuse(422, 'Validation Failed')
  Object.assign(release, { body: String(body), name: String(name) })
  if ('prerelease' in changes) release.prerelease = changes.prerelease === true
  if ('make_latest' in changes) release.latest = changes.make_latest === 'true'
  if (draft) return
  release.published ??= '2026-01-02T00:00:00Z'
  // Whoever publishes without a tag gets one, wherever the branch is by then.
  repository.tags = {
    [release.tag]: repository.branches[repository.defaultBranch] ?? '',
    ...repository.tags,
  }
}

function requireChangeable({ repository }: Call, { published }: Release): void {
  if (published !== null && repository.immutableReleases) throw refuse(422, 'Release is immutable')
}

function find({ repository, name, groups }: Call): Release {
  const found = repository.releases.find((each) => String(releaseId(name, each)) === groups.id)
  if (found === undefined) throw refuse(404, 'Not Found')
  return found
}

function idOfAsset({ name, groups }: Call, release: Release, asset: NonNullable<Release['assets']>[number]) {
  return String(assetId(name, release, asset)) === groups.asset
}

function describe({ exchange, name, repository }: Call, release: Release) {
  return describeRelease(exchange.url.origin, name, release, repository.immutableReleases)
}
