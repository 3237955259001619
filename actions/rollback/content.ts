import * as z from 'zod'
import type { Digest } from '../base/digest.ts'
import { digestSchema as digest } from '../base/digest-schema.ts'
import { readDocument } from '../base/schema.ts'
import type { ReceiptImage } from '../plan/receipt.ts'
import type { Manifest } from '../registry/types.ts'

const blob = z.object({ digest, urls: z.array(z.string()).optional() })
const platform = z.object({ os: z.string(), architecture: z.string(), variant: z.string().optional() })
const child = z.object({
  digest,
  mediaType: z.string(),
  size: z.int().nonnegative(),
  platform: platform.optional(),
})

/** As far as a rollback looks into it. */
const content = z.object({
  config: blob.optional(),
  layers: z.array(blob).optional(),
  manifests: z.array(child).optional(),
})

export type Child = z.infer<typeof child>

/** What it lists; nobody can vouch for an image whose manifest can't be read. */
export function descriptorsOf(manifest: Manifest): Child[] {
  return contentOf(manifest).manifests ?? []
}

/** What it is made of; a layer with an address of its own is not the registry's to keep. */
export function blobsOf(manifest: Manifest): Digest[] {
  const { config, layers = [] } = contentOf(manifest)
  const own = [...(config ? [config] : []), ...layers].filter(({ urls = [] }) => urls.length === 0)
  return [...new Set(own.map((each) => each.digest))]
}

/** As receipts name them. */
export function platformsOf(manifest: Manifest): ReceiptImage['platforms'] {
  return descriptorsOf(manifest).map(({ digest, size, platform }) => ({
    platform: platform
      ? [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/')
      : '',
    digest,
    size,
  }))
}

function contentOf(manifest: Manifest): z.infer<typeof content> {
  return readDocument(content, Buffer.from(manifest.bytes).toString('utf8'), {
    what: `The manifest ${manifest.digest}`,
    code: 'IMG6305',
    hint: 'Go back to another state: what lies there is no image that can be read.',
  })
}
