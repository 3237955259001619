import type { Exchange } from '../exchange.ts'
import { type Double, type ServerOptions, startServer } from '../server.ts'
import { ArtifactService, type StoredArtifact } from './artifacts.ts'
import { BlobStorage } from './blobs.ts'
import { type CacheEntry, CacheService } from './caches.ts'
import { readScope } from './token.ts'
import { twirpError } from './twirp.ts'

export { runtimeToken } from './token.ts'

export interface ResultsDouble extends Double {
  /** Where the contents lie. */
  readonly folder: string
  readonly artifacts: StoredArtifact[]
  readonly caches: readonly CacheEntry[]
  /** The signed address of an artifact, for who was let in elsewhere. */
  download(artifact: StoredArtifact): string
}

const TWIRP =
  /^\/twirp\/github\.actions\.results\.api\.v1\.(?<service>ArtifactService|CacheService)\/(?<method>\w+)$/

/** The service behind artifacts and caches, for the address in ACTIONS_RESULTS_URL. */
export async function startResultsDouble(options: ServerOptions = {}): Promise<ResultsDouble> {
  const storage = await BlobStorage.open()
  const artifacts = new ArtifactService()
  const caches = new CacheService()

  async function handle(exchange: Exchange): Promise<void> {
    const blob = /^\/container\/([^/]+)$/.exec(exchange.url.pathname)?.[1]
    if (blob !== undefined) return storage.answer(exchange, blob)
    const { service, method } = TWIRP.exec(exchange.url.pathname)?.groups ?? {}
    if (service === undefined || method === undefined || exchange.method !== 'POST')
      throw twirpError(404, 'bad_route', `no handler for ${exchange.url.pathname}`)
    const scope = readScope(exchange.header('authorization'))
    if (scope === undefined) throw twirpError(401, 'unauthenticated', 'the runtime token has no scope here')
    const message = (await exchange.json()) as Record<string, unknown>
    const call = { method, message, scope, origin: exchange.url.origin, storage }
    await exchange.sendJson(200, (service === 'CacheService' ? caches : artifacts).answer(call))
  }

  const server = await startServer({ handle }, options)
  return {
    ...server,
    folder: storage.folder,
    artifacts: artifacts.artifacts,
    caches: caches.entries,
    download: ({ blob, name }) => storage.signed(server.url, blob, name),
    close: async () => {
      await server.close()
      await storage.close()
    },
  }
}
