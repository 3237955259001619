import { type Digest, digestOf } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { formatPlatform, type Platform, parsePlatform } from '../base/platform.ts'
import { readConfig, type Store } from './store.ts'

export interface Image {
  /** Its name in podman's storage. */
  name: Digest
  /** Of the config: what everybody who pulls it calls the image's id. */
  id: Digest
  /** What a registry stores as the image's config. */
  config: Uint8Array
  platform: Platform
  /** Digests of the layers before compression, in order. */
  layers: Digest[]
  /** Where it lies. */
  store?: Store
}

export async function inspectImage(store: Store, id: Digest): Promise<Image> {
  const config = await readConfig(store, id)
  const parsed = JSON.parse(config.toString()) as {
    os: string
    architecture: string
    variant?: string
    rootfs: { diff_ids: Digest[] }
  }
  const platform = parsePlatform(formatPlatform(parsed))
  return { name: id, id, config, platform, layers: parsed.rootfs.diff_ids, store }
}

/** A cache filled by another architecture, or an `ARG`-less FROM, gives an image that won't start anywhere it is pulled. */
export function requirePlatform(image: Image, wanted: Platform): void {
  const { os, architecture } = image.platform
  const variantDiffers =
    wanted.variant !== undefined &&
    image.platform.variant !== undefined &&
    image.platform.variant !== wanted.variant
  if (os === wanted.os && architecture === wanted.architecture && !variantDiffers) return
  throw new UserError(
    'IMG2106',
    `The image is for ${formatPlatform(image.platform)}, not for ${formatPlatform(wanted)}.`,
    {
      hint: 'Check that the leg runs on the right runner (input "runners"), and that no FROM line names another --platform.',
    },
  )
}

/** The Docker format keeps the names of the containers that the build ran in; without them the same build is the same image. */
export function withoutTraces(image: Image): Image {
  const config = JSON.parse(Buffer.from(image.config).toString()) as DockerConfig
  delete config.container
  delete config.parent
  for (const part of [config.config, config.container_config]) if (part?.Hostname) part.Hostname = ''
  for (const step of config.history ?? [])
    if (/^FROM [0-9a-f]{12}$/.test(step.comment ?? '')) delete step.comment
  const bytes = Buffer.from(JSON.stringify(config))
  return { ...image, id: digestOf(bytes), config: bytes }
}

interface DockerConfig {
  container?: string
  parent?: string
  config?: { Hostname?: string }
  container_config?: { Hostname?: string }
  history?: { comment?: string }[]
}
