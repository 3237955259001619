import { digestOf } from '../../../actions/base/digest.ts'
import { legId, type Plan } from '../../../actions/plan/plan.ts'
import type { Receipt, ReceiptTag } from '../../../actions/plan/receipt.ts'
import type { BuildRecord } from '../../../actions/plan/record.ts'
import type { PublishReport } from '../../../actions/report/facts.ts'

export const STARTED = Date.parse('2026-01-01T10:00:00Z')

export interface RunShape {
  images?: string[]
  platforms?: string[]
  hosts?: string[]
  owner?: string
}

/** A run in which everything went well: `latest` moved, `1.2.3` is new. */
export function finishedRun(shape: RunShape = {}): PublishReport {
  const { images = ['app'], platforms = ['linux/amd64', 'linux/arm64'] } = shape
  const { hosts = ['ghcr.io', 'docker.io'], owner = 'acme' } = shape
  const repositories = (image: string) => hosts.map((host) => `${host}/${owner}/${image}`)
  const legs = images.flatMap((image) =>
    platforms.map((platform) => ({ leg: legId(image, platform), image, platform, runsOn: ['ubuntu-24.04'] })),
  )
  const plan: Plan = {
    schema: 1,
    id: '0123456789ab',
    repository: `${owner}/source`,
    event: 'push',
    ref: 'refs/heads/main',
    revision: 'f'.repeat(40),
    created: new Date(STARTED).toISOString(),
    publish: true,
    reason: 'push to the default branch',
    version: '1.2.3',
    images: images.map((name) => ({
      name,
      repositories: repositories(name),
      tags: ['1.2.3', 'latest'].map((tag) => ({ name: tag, reason: 'test' })),
      labels: {},
      annotations: {},
      context: '.',
      file: '',
      buildArgs: {},
      platforms,
    })),
    unchanged: [],
    legs,
  }
  const records = legs.map(({ leg, image, platform }): BuildRecord => {
    const digest = digestOf(leg)
    return {
      schema: 1,
      plan: plan.id,
      planDigest: digestOf(plan.id),
      leg,
      image,
      platform,
      attempt: 1,
      digest,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      size: 1234,
      imageId: digest,
      compressedSize: 56_700_000,
      repositories: repositories(image).map((repository) => ({ repository, created: true, sent: 8_900_000 })),
      started: new Date(STARTED + 20_000).toISOString(),
      buildTime: 65_000,
      pushTime: 12_000,
      cache: { hits: 3, steps: 7 },
      tools: {},
    }
  })
  const receipt: Receipt = {
    schema: 1,
    plan: plan.id,
    repository: plan.repository,
    revision: plan.revision,
    version: plan.version,
    created: new Date(STARTED + 120_000).toISOString(),
    attempt: 1,
    images: images.map((name) => ({
      name,
      outcome: 'published',
      digest: digestOf(name),
      mediaType: 'application/vnd.oci.image.index.v1+json',
      platforms: platforms.map((platform) => ({ platform, digest: digestOf(platform), size: 1 })),
      repositories: repositories(name).map((repository) => ({
        repository,
        tags: tagsOf(name),
        superseded: [],
      })),
    })),
    manifests: {},
    leftovers: [],
    duration: 4_000,
  }
  return { plan, records, receipt }
}

function tagsOf(name: string): ReceiptTag[] {
  const after = digestOf(name)
  return [
    { name: '1.2.3', moves: false, before: null, after, outcome: 'created', reason: '' },
    { name: 'latest', moves: true, before: digestOf('old'), after, outcome: 'moved', reason: '' },
  ]
}

/** As if the leg of this image and platform had failed: no record, nothing of the image published. */
export function withFailedLeg(report: PublishReport, image: string, platform: string): PublishReport {
  return {
    ...report,
    records: report.records.filter((record) => record.image !== image || record.platform !== platform),
    receipt: {
      ...report.receipt,
      images: report.receipt.images.map((entry) =>
        entry.name === image
          ? { ...entry, outcome: 'failed', error: 'a record is missing', digest: null, repositories: [] }
          : entry,
      ),
    },
  }
}

export function withTag(report: PublishReport, tag: Partial<ReceiptTag>): PublishReport {
  const images = report.receipt.images.map((image) => ({
    ...image,
    repositories: image.repositories.map((entry) => ({
      ...entry,
      tags: entry.tags.map((known) => (known.name === 'latest' ? { ...known, ...tag } : known)),
    })),
  }))
  return { ...report, receipt: { ...report.receipt, images } }
}
