import { Readable } from 'node:stream'
import type { Exchange } from '../exchange.ts'
import { type Double, Refusal, type ServerOptions, startServer } from '../server.ts'

export interface PublishedVersion {
  archive: Uint8Array
  status?: string
  /** Where it is said to be; here, unless told. */
  downloadUrl?: string
  /** When it was published. */
  createdAt?: string
  deprecated?: boolean
  /** Its lines of requirements. */
  dependencies?: readonly string[]
}

export interface ComfyRegistry extends Double {
  publish(id: string, version: string, published: PublishedVersion): void
}

/**
 * ComfyUI's registry of nodes, and the place that it downloads from: `/nodes/ID/install?version=V`, `/nodes/ID/versions`
 * and `/archives/ID/V.zip`. `/elsewhere?to=ADDRESS` redirects, `/endless.zip` never ends.
 */
export async function startComfyRegistry(options: ServerOptions = {}): Promise<ComfyRegistry> {
  const nodes = new Map<string, Map<string, PublishedVersion>>()
  const double = await startServer({ handle: (exchange) => handle(exchange, nodes) }, options)
  return Object.assign(double, {
    publish: (id: string, version: string, published: PublishedVersion) => {
      nodes.set(id, (nodes.get(id) ?? new Map()).set(version, published))
    },
  })
}

async function handle(
  exchange: Exchange,
  nodes: ReadonlyMap<string, ReadonlyMap<string, PublishedVersion>>,
): Promise<void> {
  const [, first = '', id = '', last = ''] = exchange.url.pathname.split('/').map(decodeURIComponent)
  if (first === 'elsewhere') return exchange.send(302, { location: exchange.query('to') ?? '/' })
  if (first === 'endless.zip') return exchange.send(200, {}, Readable.from(endless()))
  const versions = nodes.get(id)
  if (!versions) throw new Refusal(404, { message: 'Node not found', error: '' })
  const here = (version: string) => `${exchange.url.origin}/archives/${id}/${version}.zip`
  if (first === 'archives') {
    const archive = versions.get(last.replace(/\.zip$/, ''))?.archive
    if (!archive) throw new Refusal(404, 'No such object')
    return exchange.send(200, { 'content-type': 'application/zip' }, archive)
  }
  const said = [...versions].map(([version, published]) => ({
    id: `${id}-${version}`,
    node_id: id,
    version,
    status: published.status ?? 'NodeVersionStatusActive',
    downloadUrl: published.downloadUrl ?? here(version),
    createdAt: published.createdAt ?? '2026-01-01T00:00:00Z',
    deprecated: published.deprecated ?? false,
    dependencies: published.dependencies ?? [],
  }))
  if (last === 'versions') return exchange.sendJson(200, said)
  const wanted = exchange.query('version')
  const found = said.find(({ version }) => version === wanted)
  if (last !== 'install' || !found) throw new Refusal(404, { message: 'Not found', error: '' })
  return exchange.sendJson(200, found)
}

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(1024 * 1024)
}
