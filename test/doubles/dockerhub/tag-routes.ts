import { text } from 'node:stream/consumers'
import type { Exchange } from '../exchange.ts'
import { page } from '../page.ts'
import type { RegistryDouble } from '../registry/index.ts'
import type { StoredManifest } from '../registry/manifests.ts'
import { Refusal } from '../server.ts'
import { notFound } from './refuse.ts'

interface Tags {
  registry: RegistryDouble
  /** Of these nothing is known but that they are there. */
  old: RegExp | undefined
}

export async function listTags(
  { registry, old }: Tags,
  exchange: Exchange,
  repository: string,
): Promise<void> {
  const tags = registry.manifests.tags(repository)
  const size = Math.min(Number(exchange.query('page_size') ?? 10), 100)
  const short = exchange.fault('short-page')
  const part = page(tags, Number(exchange.query('page') ?? 1), size)
  const to = (number: number) => {
    const address = new URL(exchange.url)
    address.searchParams.set('page', String(number))
    return address.href
  }
  const results = await Promise.all(
    part.items.slice(0, short?.items).map((tag) => describe({ registry, old }, repository, tag)),
  )
  await exchange.sendJson(200, {
    count: tags.length,
    next: part.number < part.last && !short ? to(part.number + 1) : null,
    previous: part.number > 1 ? to(part.number - 1) : null,
    results,
  })
}

export async function sendTag(
  tags: Tags,
  exchange: Exchange,
  repository: string,
  tag: string,
): Promise<void> {
  await exchange.sendJson(200, await describe(tags, repository, tag))
}

export async function deleteTag(
  registry: RegistryDouble,
  exchange: Exchange,
  repository: string,
  tag: string,
): Promise<void> {
  const message = `tag ${tag} is immutable`
  if (registry.immutableTags?.test(tag)) throw new Refusal(403, { errinfo: {}, detail: message, message })
  if (!registry.manifests.untag(repository, tag)) throw notFound()
  await exchange.send(204)
}

async function describe({ registry, old }: Tags, repository: string, tag: string) {
  const manifest = registry.manifests.find(repository, tag)
  if (manifest === undefined) throw notFound()
  const pushed = new Date(manifest.updated).toISOString()
  const isOld = old?.test(tag) ?? false
  const images = isOld ? [] : await imagesOf(registry, repository, manifest)
  return {
    creator: 1,
    id: manifest.id,
    name: tag,
    repository: 1,
    images: images.map((image) => ({ ...image, status: 'active', last_pulled: null, last_pushed: pushed })),
    last_updated: pushed,
    last_updater: 1,
    last_updater_username: registry.credentials?.user ?? 'somebody',
    full_size: images.reduce((sum, image) => sum + image.size, 0),
    v2: true,
    tag_status: 'active',
    tag_last_pulled: null,
    tag_last_pushed: pushed,
    media_type: manifest.mediaType,
    content_type: 'image',
    digest: isOld ? null : manifest.digest,
  }
}

async function imagesOf(registry: RegistryDouble, repository: string, manifest: StoredManifest) {
  const children = manifest.content.manifests?.map((child) => child.digest) ?? [manifest.digest]
  const found = children.map((digest) => registry.manifests.find(repository, digest))
  return Promise.all(
    found.filter((child) => child !== undefined).map((child) => imageOf(registry, repository, child)),
  )
}

async function imageOf(registry: RegistryDouble, repository: string, manifest: StoredManifest) {
  const { config, layers = [] } = manifest.content
  const known = config !== undefined && registry.blobs.size(repository, config.digest) !== undefined
  const platform = known ? JSON.parse(await text(registry.blobs.read(config.digest))) : {}
  return {
    architecture: platform.architecture ?? 'unknown',
    os: platform.os ?? 'unknown',
    variant: platform.variant ?? null,
    digest: manifest.digest,
    size: layers.reduce((sum, layer) => sum + layer.size, 0),
  }
}
