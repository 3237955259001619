import * as z from 'zod'
import type { Digest } from '../base/digest.ts'
import { digestSchema as digest } from '../base/digest-schema.ts'
import type { Archive } from './archive.ts'
import type { Manifest, RepositoryClient } from './types.ts'

/** Where an image that a tag holds came from, as its annotations or labels tell. */
export interface Provenance {
  version?: string
  revision?: string
  /** When it was built, as it says itself. */
  created?: string
}

const VERSION = 'org.opencontainers.image.version'
const REVISION = 'org.opencontainers.image.revision'
const CREATED = 'org.opencontainers.image.created'

const texts = z.record(z.string(), z.string()).nullish().catch(undefined)
const content = z.object({
  annotations: texts,
  manifests: z.array(z.object({ digest })).optional().catch(undefined),
  config: z.object({ digest }).optional().catch(undefined),
})
const config = z.object({ config: z.object({ Labels: texts }).nullish() })

type Content = z.infer<typeof content>

function contentOf(manifest: Manifest): Content {
  return read(content, manifest.bytes) ?? {}
}

/** What an index lists; empty for a manifest that is none. */
export function childrenOf(manifest: Manifest): Digest[] {
  return contentOf(manifest).manifests?.map((child) => child.digest) ?? []
}

/** The annotations, and where these are silent on what is wanted, the labels in the config of the (first) image. */
export async function readProvenance(
  wanted: keyof Provenance,
  manifest: Manifest,
  client: RepositoryClient,
  archive: Archive,
): Promise<Provenance> {
  const own = contentOf(manifest)
  const told = provenanceOf(own.annotations)
  if (told[wanted] !== undefined) return told
  const first = own.manifests?.[0]?.digest
  const image = first === undefined ? own : await fetchContent(first, client, archive)
  const bytes = image?.config && (await client.getBlob(image.config.digest))
  const labels = bytes && read(config, bytes)?.config?.Labels
  return { ...provenanceOf(labels), ...told }
}

async function fetchContent(
  child: Digest,
  client: RepositoryClient,
  archive: Archive,
): Promise<Content | undefined> {
  const manifest = await archive.fetch(child, client)
  return manifest && contentOf(manifest)
}

function provenanceOf(texts: Record<string, string> | null | undefined): Provenance {
  const version = texts?.[VERSION]
  const revision = texts?.[REVISION]
  const created = texts?.[CREATED]
  return {
    ...(version ? { version } : {}),
    ...(revision ? { revision } : {}),
    ...(created ? { created } : {}),
  }
}

/** Undefined for what others have put there and nobody can read. */
function read<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    return undefined
  }
}
