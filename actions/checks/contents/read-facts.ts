import type { Engine } from '../../engine/engine.ts'
import type { Image } from '../../engine/image.ts'
import { isShipped } from '../hardening/distributions.ts'
import { packageCaches, setuidFiles, worldWritable } from '../hardening/findings.ts'
import { configOf, type ImageConfig } from '../image/config.ts'
import { scanConfig } from '../secrets/config-scan.ts'
import { FileScan } from '../secrets/file-scan.ts'
import type { SecretPlace } from '../secrets/place.ts'
import { type Contents, readContents } from './contents.ts'
import type { ImageFacts, KnownPath } from './facts.ts'
import { modeOf, typeOf } from './properties.ts'

/** What a draft of a check file is made of. */
export async function readFacts(image: Image, engine: Engine): Promise<ImageFacts> {
  const config = configOf(image)
  const scan = new FileScan()
  const contents = await readContents(engine, image, {
    texts: [],
    onFile: (entry, layer) => scan.reader(entry, layer),
  })
  const { tree, users, size } = contents
  return {
    config,
    layers: image.layers.length,
    size,
    user: users.whoIs(config.user),
    paths: pathsWorthChecking(config).flatMap((path) => knownPath(path, contents)),
    shell: tree.resolve('/bin/sh').node?.entry.type === 'file',
    hardening: {
      setuid: setuidFiles(tree).filter((path) => !isShipped(path)),
      worldWritable: worldWritable(tree),
      packageCaches: packageCaches(tree).map(({ folder }) => folder),
    },
    secrets: [...Object.values(scanConfig(config)).flat(), ...scan.found].map(placeOf),
  }
}

/** The folder that it works in, and the programs that it starts. */
function pathsWorthChecking({ workdir, entrypoint, cmd }: ImageConfig): string[] {
  const programs = [entrypoint[0], entrypoint.length === 0 ? cmd[0] : undefined]
  return [...new Set([workdir, ...programs])].filter(
    (path) => path?.startsWith('/') === true && path !== '/',
  ) as string[]
}

function knownPath(path: string, { tree, users }: Contents): KnownPath[] {
  const { node } = tree.resolve(path)
  const type = node && typeOf(node)
  if (!node || !type || type === 'device') return []
  return [{ path, type, mode: modeOf(node), owner: users.ownerOf(node.entry) }]
}

function placeOf({ rule, path, name }: SecretPlace): SecretPlace {
  return { rule, ...(path === undefined ? {} : { path }), ...(name === undefined ? {} : { name }) }
}
