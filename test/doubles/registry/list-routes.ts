import { isDigest } from '../../../actions/base/digest.ts'
import type { Exchange } from '../exchange.ts'
import type { StoredManifest } from './manifests.ts'
import { refuse } from './refuse.ts'
import type { Registry } from './registry.ts'

export async function sendTags(registry: Registry, exchange: Exchange, name: string): Promise<void> {
  registry.guard.admit(exchange, 'pull', name)
  if (!registry.manifests.has(name))
    throw refuse(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  const last = exchange.query('last')
  const asked = Number(exchange.query('n') ?? registry.pageSize)
  if (!Number.isInteger(asked) || asked < 0) throw refuse(400, 'PAGINATION_NUMBER_INVALID', 'n is no number')
  const rest = registry.manifests.tags(name).filter((tag) => last === undefined || tag > last)
  const short = exchange.fault('short-page')
  const tags = rest.slice(0, short?.items ?? Math.min(asked, registry.pageSize))
  const more = short === undefined && tags.length > 0 && tags.length < rest.length
  const next = `/v2/${name}/tags/list?n=${asked}&last=${encodeURIComponent(tags.at(-1) ?? '')}`
  await exchange.sendJson(200, { name, tags }, more ? { link: `<${next}>; rel="next"` } : {})
}

const INDEX = 'application/vnd.oci.image.index.v1+json'

export async function sendReferrers(
  registry: Registry,
  exchange: Exchange,
  name: string,
  subject: string,
): Promise<void> {
  registry.guard.admit(exchange, 'pull', name)
  if (!registry.flavour.referrers) throw refuse(404, 'UNSUPPORTED', 'page not found')
  if (!isDigest(subject)) throw refuse(400, 'DIGEST_INVALID', `"${subject}" is not a digest`)
  const wanted = exchange.query('artifactType')
  const manifests = registry.manifests
    .referrersOf(name, subject)
    .map(describe)
    .filter((descriptor) => wanted === undefined || descriptor.artifactType === wanted)
  const headers = { 'content-type': INDEX, ...(wanted ? { 'oci-filters-applied': 'artifactType' } : {}) }
  await exchange.send(200, headers, JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }))
}

function describe({ mediaType, digest, bytes, content }: StoredManifest) {
  const artifactType = content.artifactType ?? content.config?.mediaType
  return {
    mediaType,
    digest,
    size: bytes.length,
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(content.annotations === undefined ? {} : { annotations: content.annotations }),
  }
}
