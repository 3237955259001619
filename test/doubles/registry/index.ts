import type { Exchange } from '../exchange.ts'
import { type Double, type Handler, type ServerOptions, startServer } from '../server.ts'
import { answerBlob, beginUpload, continueUpload } from './blob-routes.ts'
import { Blobs } from './blobs.ts'
import { type Flavour, type FlavourName, flavours } from './flavour.ts'
import { Guard } from './guard.ts'
import { sendReferrers, sendTags } from './list-routes.ts'
import { answerManifest } from './manifest-routes.ts'
import { Manifests } from './manifests.ts'
import { refuse } from './refuse.ts'
import type { Registry } from './registry.ts'
import { blobOrigin } from './send-blob.ts'
import { type Credentials, type Right, Tokens } from './tokens.ts'

export interface RegistryOptions extends ServerOptions, Partial<Omit<Flavour, 'wrongPassword'>> {
  flavour: FlavourName
  /** Without them nobody may push where the flavour asks for a login; an oci registry that has them asks by Basic. */
  credentials?: Credentials
  /** What the credentials allow; all of it unless told. */
  rights?: readonly Right[]
  /** Nothing is read without credentials. */
  private?: boolean
  /** Milliseconds; five minutes unless told. */
  tokenLifetime?: number
  mounts?: boolean
  /** The longest page of tags/list. */
  pageSize?: number
  immutableTags?: RegExp
  pullLimit?: number
  /** Of the other origin for blobs. The registry's own, on another port, unless told: crane refuses a redirect from one loopback address to another. */
  blobAddress?: `127.${string}`
  now?: () => number
}

export interface RegistryDouble extends Double {
  readonly flavour: FlavourName
  readonly credentials: Credentials | undefined
  readonly blobs: Blobs
  readonly manifests: Manifests
  /** Manifest GETs by repository. */
  readonly pulls: ReadonlyMap<string, number>
  readonly now: () => number
  readonly immutableTags: RegExp | undefined
  readonly private: boolean
  expireTokens(): void
}

export async function startRegistryDouble(options: RegistryOptions): Promise<RegistryDouble> {
  const now = options.now ?? Date.now
  const flavour = flavourOf(options)
  const tokens = new Tokens({
    credentials: options.credentials,
    rights: options.rights ?? ['pull', 'push', 'delete'],
    private: options.private ?? false,
    lifetime: options.tokenLifetime ?? 300_000,
    now,
  })
  const registry: Registry = {
    flavour,
    guard: new Guard(flavour, tokens),
    blobs: await Blobs.open(),
    manifests: new Manifests(now),
    mounts: options.mounts ?? true,
    pageSize: options.pageSize ?? 100,
    immutableTags: options.immutableTags,
    pulls: new Map(),
    pullLimit: options.pullLimit ?? Infinity,
    blobOrigin: undefined,
  }
  const server = await startServer(handler(registry, tokens), options)
  const shared = { ...options, port: 0, faults: server.faults, requests: server.requests }
  if (options.blobAddress !== undefined) shared.address = options.blobAddress
  const origin = flavour.redirectBlobs ? await startServer(blobOrigin(registry.blobs), shared) : undefined
  registry.blobOrigin = origin?.url
  return {
    ...server,
    flavour: options.flavour,
    credentials: options.credentials,
    blobs: registry.blobs,
    manifests: registry.manifests,
    pulls: registry.pulls,
    now,
    immutableTags: options.immutableTags,
    private: options.private ?? false,
    expireTokens: () => tokens.expireAll(),
    close: async () => {
      await Promise.all([server.close(), origin?.close()])
      await registry.blobs.close()
    },
  }
}

function flavourOf(options: RegistryOptions): Flavour {
  const usual = flavours[options.flavour]
  const login = options.flavour === 'oci' && options.credentials ? { auth: 'basic' as const } : {}
  const own = Object.fromEntries(
    Object.entries(options).filter(([key, value]) => key in usual && value !== undefined),
  )
  return { ...usual, ...login, ...own }
}

function handler(registry: Registry, tokens: Tokens): Handler {
  return {
    handle: (exchange) => route(registry, exchange),
    expireTokens: () => tokens.expireAll(),
  }
}

const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const ROUTE = /^\/v2\/(?<name>.+?)\/(?<kind>manifests|blobs|tags|referrers)\/(?<rest>uploads\/[^/]*|[^/]+)$/

async function route(registry: Registry, exchange: Exchange): Promise<void> {
  const path = decodeURIComponent(exchange.url.pathname)
  if (path === '/token') return registry.guard.giveToken(exchange)
  if (path === '/v2/' || path === '/v2') {
    registry.guard.admit(exchange, 'pull')
    return exchange.sendJson(200, {}, { 'docker-distribution-api-version': 'registry/2.0' })
  }
  const { name, kind, rest } = ROUTE.exec(path)?.groups ?? {}
  if (name === undefined || kind === undefined || rest === undefined)
    throw refuse(404, 'UNSUPPORTED', 'page not found')
  if (!NAME.test(name)) throw refuse(400, 'NAME_INVALID', `invalid repository name "${name}"`)
  if (kind === 'manifests') return answerManifest(registry, exchange, name, rest)
  if (kind === 'referrers' && exchange.method === 'GET') return sendReferrers(registry, exchange, name, rest)
  if (kind === 'tags' && rest === 'list' && exchange.method === 'GET')
    return sendTags(registry, exchange, name)
  if (kind === 'blobs' && rest === 'uploads/') {
    if (exchange.method !== 'POST') throw refuse(405, 'UNSUPPORTED', 'method not allowed')
    return beginUpload(registry, exchange, name)
  }
  if (kind === 'blobs' && rest.startsWith('uploads/'))
    return continueUpload(registry, exchange, name, rest.slice('uploads/'.length))
  if (kind === 'blobs') return answerBlob(registry, exchange, name, rest)
  throw refuse(404, 'UNSUPPORTED', 'page not found')
}
