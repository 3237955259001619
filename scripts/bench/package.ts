import { digestOf } from '../../actions/base/digest.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../../actions/registry/mediatypes.ts'
import type { Descriptor } from '../../actions/registry/types.ts'
import { type GithubDouble, type GithubOptions, startGithubDouble } from '../../test/doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../test/doubles/registry/index.ts'
import type { Bench } from './case.ts'

export const PATH = 'acme/app'
export const TOKEN = 'ghs_double'
/** Of an image for two platforms: an index and its children. */
const EACH = 3
const DAY = 24 * 3600 * 1000
const UNTAGGED = `sha256:${'0'.repeat(64)}`

export interface LargePackage {
  registry: RegistryDouble
  github: GithubDouble
  /** `host/path` */
  repository: string
  close(): Promise<void>
}

/** As the years leave it on GHCR: images under version tags, one every day, and before them the untagged remains of others. */
export async function openPackage(
  options: { versions: number; tagged: number; now?: () => number } & Pick<GithubOptions, 'secondary'>,
): Promise<LargePackage> {
  const images = Math.floor(options.versions / EACH)
  let past = images * DAY
  const now = options.now ?? Date.now
  const credentials = { user: 'octo', password: TOKEN }
  const registry = await startRegistryDouble({ flavour: 'ghcr', credentials, now: () => now() - past })
  for (let image = 1; image <= images; image++) {
    putImage(registry, image, image > images - options.tagged ? `1.0.${image}` : UNTAGGED)
    past -= DAY
  }
  for (let spare = images * EACH; spare < options.versions; spare++)
    registry.manifests.put(PATH, UNTAGGED, childOf(spare, 'amd64'))
  const accounts = { acme: 'Organization' as const }
  const github = await startGithubDouble({ ...options, registry, accounts, rateLimit: 1e6 })
  const close = async () => {
    await github.close()
    await registry.close()
  }
  return { registry, github, repository: `${registry.host}/${PATH}`, close }
}

/** The same, until the case ends. */
export async function openPackageFor(
  bench: Bench,
  ...options: Parameters<typeof openPackage>
): Promise<LargePackage> {
  const opened = await openPackage(...options)
  bench.finally(() => opened.close())
  return opened
}

function putImage({ manifests }: RegistryDouble, image: number, reference: string): void {
  const children = ['amd64', 'arm64'].map((architecture) => {
    const { mediaType, digest, bytes } = manifests.put(PATH, UNTAGGED, childOf(image, architecture))
    return { mediaType, digest, size: bytes.length, platform: { os: 'linux', architecture } }
  })
  const content = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: children }
  manifests.put(PATH, reference, { mediaType: OCI_INDEX, bytes: Buffer.from(JSON.stringify(content)) })
}

/** With as many layers as images usually have, so that it is as large as manifests usually are. */
function childOf(image: number, architecture: string): { mediaType: string; bytes: Buffer } {
  const blob = (what: string, mediaType: string): Descriptor => ({
    mediaType,
    digest: digestOf(`${image} ${architecture} ${what}`),
    size: 1_000_000 + image,
  })
  const config = blob('config', 'application/vnd.oci.image.config.v1+json')
  const layers = ['1', '2', '3', '4', '5', '6'].map((layer) =>
    blob(layer, 'application/vnd.oci.image.layer.v1.tar+gzip'),
  )
  const content = { schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers }
  return { mediaType: OCI_MANIFEST, bytes: Buffer.from(JSON.stringify(content)) }
}

/** So many versions were deleted, and whatever a tag holds is still there with all its children. */
export function requireWhole({ registry: { manifests } }: LargePackage, deleted: number): void {
  const gone = manifests.all(PATH).length - manifests.list(PATH).length
  if (gone !== deleted) throw new Error(`${gone} versions are gone, not ${deleted}.`)
  for (const tag of manifests.tags(PATH)) {
    const children = manifests.find(PATH, tag)?.content.manifests ?? []
    const missing = children.filter(({ digest }) => manifests.find(PATH, digest) === undefined)
    if (missing.length > 0) throw new Error(`${tag} lacks ${missing.length} of its platforms.`)
  }
}
