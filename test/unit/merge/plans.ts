import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { indexManifest } from '../../../actions/merge/index-manifest.ts'
import { legId, type Plan, type PlannedTag, planDigest } from '../../../actions/plan/plan.ts'
import type { BuildRecord } from '../../../actions/plan/record.ts'
import { DOCKER_MANIFEST, OCI_INDEX } from '../../../actions/registry/mediatypes.ts'
import type { Manifest } from '../../../actions/registry/types.ts'

export const GHCR = 'ghcr.io/acme/app'
export const HUB = 'docker.io/acme/app'
export const PLATFORMS = ['linux/amd64', 'linux/arm64']

export const LATEST: PlannedTag = {
  name: 'latest',
  reason: 'push to the default branch',
  moves: { by: 'revision', branch: 'main' },
}

export function fixed(...names: string[]): PlannedTag[] {
  return names.map((name) => ({ name, reason: 'as planned' }))
}

export function planFor(options: {
  revision: string
  tags: PlannedTag[]
  repositories?: string[]
  images?: string[]
  publish?: boolean
  annotations?: Record<string, string>
}): Plan {
  const images = (options.images ?? ['app']).map((name) => ({
    name,
    repositories: (options.repositories ?? [GHCR, HUB]).map((repository) =>
      name === 'app' ? repository : `${repository}-${name}`,
    ),
    tags: options.tags,
    labels: {},
    annotations: options.annotations ?? { 'org.opencontainers.image.revision': options.revision },
    context: '.',
    file: '',
    buildArgs: {},
    platforms: PLATFORMS,
  }))
  return {
    schema: 1,
    id: digestOf(options.revision).slice(-12),
    repository: 'acme/app',
    event: 'push',
    ref: 'refs/heads/main',
    revision: options.revision,
    created: '2026-11-21T00:00:00Z',
    publish: options.publish ?? true,
    reason: 'push to the default branch',
    version: options.revision,
    images,
    unchanged: [],
    legs: images.flatMap(({ name, platforms }) =>
      platforms.map((platform) => ({
        leg: legId(name, platform),
        image: name,
        platform,
        runsOn: ['ubuntu-24.04'],
      })),
    ),
  }
}

export interface Child {
  manifest: Manifest
  config: Uint8Array
}

/** An image without layers, whose config tells where it came from. */
export function childOf(plan: Plan, image: string, platform: string): Child {
  const [os, architecture] = platform.split('/')
  const Labels = { 'org.opencontainers.image.revision': plan.revision }
  const rootfs = { type: 'layers', diff_ids: [] }
  const config = Buffer.from(JSON.stringify({ os, architecture, config: { Labels }, image, rootfs }))
  const descriptor = {
    mediaType: 'application/vnd.docker.container.image.v1+json',
    digest: digestOf(config),
    size: config.length,
  }
  const content = { schemaVersion: 2, mediaType: DOCKER_MANIFEST, config: descriptor, layers: [] }
  const bytes = Buffer.from(JSON.stringify(content))
  return { config, manifest: { mediaType: DOCKER_MANIFEST, digest: digestOf(bytes), bytes } }
}

export function childDigest(plan: Plan, platform: string, image = 'app'): Digest {
  return childOf(plan, image, platform).manifest.digest
}

export function recordsOf(plan: Plan, attempt = 1): BuildRecord[] {
  return plan.legs.map(({ leg, image, platform }) => {
    const { manifest: child, config } = childOf(plan, image, platform)
    const repositories = plan.images.find(({ name }) => name === image)?.repositories ?? []
    return {
      schema: 1,
      plan: plan.id,
      planDigest: planDigest(plan),
      leg,
      image,
      platform,
      attempt,
      digest: child.digest,
      mediaType: child.mediaType,
      size: child.bytes.length,
      imageId: digestOf(config),
      compressedSize: 1,
      repositories: (plan.publish ? repositories : []).map((repository) => ({
        repository,
        created: true,
        sent: 1,
      })),
      started: plan.created,
      buildTime: 1,
      pushTime: 1,
      cache: { hits: 0, steps: 0 },
      tools: {},
    }
  })
}

export function indexFor(plan: Plan, image = 'app'): Manifest {
  const records = recordsOf(plan).filter((record) => record.image === image)
  const annotations = plan.images.find(({ name }) => name === image)?.annotations ?? {}
  return indexManifest({ records, annotations, mediaType: OCI_INDEX })
}
