import { digestOf } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { parsePlatform } from '../base/platform.ts'
import { parseRepository } from '../base/reference.ts'
import type { BuildRecord } from '../plan/record.ts'
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX } from '../registry/mediatypes.ts'
import type { Descriptor, Manifest } from '../registry/types.ts'
import type { IndexChoice } from './inputs.ts'

interface IndexParts {
  records: readonly BuildRecord[]
  annotations: Readonly<Record<string, string>>
  mediaType: string
}

/** Quay shows nothing for an OCI index over Docker children; every other registry wants the annotations an OCI index has. */
export function indexType(
  choice: IndexChoice,
  image: { name: string; repositories: readonly string[] },
  records: readonly BuildRecord[],
): string {
  const docker = records.every(({ mediaType }) => mediaType === DOCKER_MANIFEST)
  if (choice === 'docker' && !docker) {
    throw new UserError('IMG4003', `A Docker manifest list of ${image.name} would hold OCI manifests.`, {
      hint: 'Build with "format: docker", or write "index: oci".',
    })
  }
  const quay = image.repositories.some((text) => parseRepository(text).host === 'quay.io')
  return choice === 'docker' || (choice === 'auto' && quay && docker) ? DOCKER_LIST : OCI_INDEX
}

/** The same bytes for the same records and annotations, in whatever order they came. A Docker list has no annotations. */
export function indexManifest({ records, annotations, mediaType }: IndexParts): Manifest {
  const notes = Object.entries(annotations).toSorted(([a], [b]) => compareText(a, b))
  const content = {
    schemaVersion: 2,
    mediaType,
    manifests: records.toSorted((a, b) => compareText(a.platform, b.platform)).map(descriptorOf),
    ...(mediaType === OCI_INDEX && notes.length > 0 ? { annotations: Object.fromEntries(notes) } : {}),
  }
  const bytes = Buffer.from(JSON.stringify(content))
  return { mediaType, digest: digestOf(bytes), bytes }
}

function descriptorOf({ mediaType, digest, size, platform }: BuildRecord): Descriptor {
  const { os, architecture, variant } = parsePlatform(platform)
  return {
    mediaType,
    digest,
    size,
    platform: variant === undefined ? ({ architecture, os } as const) : { architecture, os, variant },
  }
}

/** Not by locale: bytes must not depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
