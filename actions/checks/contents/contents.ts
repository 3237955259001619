import type { Digest } from '../../base/digest.ts'
import type { Engine } from '../../engine/engine.ts'
import {
  type ContentReader,
  type LayerEntry,
  type LayersRequest,
  type OnEntry,
  readLayers,
} from '../../engine/layers.ts'
import { type Node, type Resolved, Tree } from './tree.ts'
import { Users } from './users.ts'

/** Of a file that is searched for texts; what is longer is no text that somebody wrote. */
export const LONGEST_TEXT = 4 * 1024 * 1024

const PASSWD = '/etc/passwd'
const GROUP = '/etc/group'

export interface ContentsRequest {
  /** Files whose text is asked for. */
  texts: readonly string[]
  /** Sees every file of every layer, also those that a later layer takes away. */
  onFile?: OnEntry
  signal?: AbortSignal
}

type Layers = LayersRequest['image']

/** What lies in an image, read from its layers. */
export interface Contents {
  tree: Tree
  /** Each layer's own entries. */
  layers: ReadonlyMap<Digest, readonly LayerEntry[]>
  users: Users
  /** Of all layers together, uncompressed. */
  size: number
  /** Of one layer. */
  sizes: ReadonlyMap<Digest, number>
  /** undefined where no file is, or one longer than LONGEST_TEXT. */
  textOf(path: string): string | undefined
}

export async function readContents(
  engine: Engine,
  image: Layers,
  request: ContentsRequest,
): Promise<Contents> {
  const asked = [...request.texts, PASSWD, GROUP]
  const texts = new Texts()
  const layers = new Map<Digest, LayerEntry[]>(image.layers.map((layer) => [layer, []]))
  const wanted = new Set(asked.map((path) => path.slice(1)))
  const onEntry: OnEntry = (entry, layer) => {
    layers.get(layer)?.push(entry)
    if (entry.type !== 'file') return undefined
    const reader = request.onFile?.(entry, layer)
    return wanted.has(entry.path) ? both(texts.reader(entry, layer), reader) : reader
  }
  const signal = request.signal ? { signal: request.signal } : {}
  const sizes = await readLayers(engine, { image, onEntry, ...signal })
  const tree = treeOf(image.layers, layers)
  await readBehindLinks(engine, image, { asked, tree, texts })
  const textOf = (path: string) => texts.of(tree.resolve(path))
  return {
    tree,
    layers,
    users: new Users(textOf(PASSWD) ?? '', textOf(GROUP) ?? ''),
    size: image.layers.reduce((sum, layer) => sum + (sizes.get(layer) ?? 0), 0),
    sizes,
    textOf,
  }
}

export function treeOf(order: readonly Digest[], layers: ReadonlyMap<Digest, readonly LayerEntry[]>): Tree {
  const tree = new Tree()
  for (const layer of order) tree.add(layer, layers.get(layer) ?? [])
  return tree
}

/** Where a link leads is known only when all layers were seen: then the few files behind links are read once more. */
async function readBehindLinks(
  engine: Engine,
  image: Layers,
  { asked, tree, texts }: { asked: readonly string[]; tree: Tree; texts: Texts },
): Promise<void> {
  const missed = asked.map((path) => tree.resolve(path)).filter((found) => texts.misses(found.node))
  const keys = new Set(missed.flatMap(({ node }) => (node?.layer ? [keyOf(node.entry, node.layer)] : [])))
  if (keys.size === 0) return
  const onEntry: OnEntry = (entry, layer) =>
    keys.has(keyOf(entry, layer)) ? texts.reader(entry, layer) : undefined
  await readLayers(engine, { image, onEntry })
}

class Texts {
  readonly #texts = new Map<string, string>()

  reader(entry: LayerEntry, layer: Digest): ContentReader | undefined {
    if (entry.size > LONGEST_TEXT) return undefined
    const parts: Uint8Array[] = []
    return {
      take: (bytes) => parts.push(bytes),
      end: () => this.#texts.set(keyOf(entry, layer), Buffer.concat(parts).toString()),
    }
  }

  of({ node }: Resolved): string | undefined {
    if (!node?.layer || node.entry.type !== 'file') return undefined
    return this.#texts.get(keyOf(node.entry, node.layer))
  }

  misses(node: Node | undefined): boolean {
    if (node?.entry.type !== 'file' || !node.layer) return false
    return node.entry.size <= LONGEST_TEXT && !this.#texts.has(keyOf(node.entry, node.layer))
  }
}

function keyOf(entry: LayerEntry, layer: Digest): string {
  return `${layer}/${entry.path}`
}

function both(
  first: ContentReader | undefined,
  second: ContentReader | undefined,
): ContentReader | undefined {
  if (!first || !second) return first ?? second
  return {
    take: (bytes) => {
      first.take(bytes)
      second.take(bytes)
    },
    end: () => {
      first.end()
      second.end()
    },
  }
}
