import type { Digest } from '../../base/digest.ts'
import type { LayerEntry } from '../../engine/layers.ts'

/** A path of the image as it is in the end. */
export interface Node {
  /** Of a hard link, the file that it leads to. */
  entry: LayerEntry
  /** The layer that it comes from; undefined: a folder that no layer says a word of. */
  layer: Digest | undefined
  /** Of a directory. */
  children: Map<string, Node> | undefined
}

/** What a path leads to, or where it ends. */
export type Resolved = { node: Node } | { node: undefined; reason: 'missing' | 'loop'; link?: string }

const WHITEOUT = '.wh.'
const OPAQUE = '.wh..wh..opq'
/** As many links as the kernel follows. */
const MOST_LINKS = 40

/** The layers of an image on top of each other, as an overlay shows them. */
export class Tree {
  readonly root = folder('')

  /** Whiteouts speak of the layers below alone, wherever they stand in the layer. */
  add(layer: Digest, entries: readonly LayerEntry[]): void {
    for (const entry of entries) this.#takeAway(entry.path)
    for (const entry of entries) if (!baseOf(entry.path).startsWith(WHITEOUT)) this.#put(entry, layer)
  }

  /** What lies at this path itself; no link is followed. */
  at(path: string): Node | undefined {
    let node: Node | undefined = this.root
    for (const part of partsOf(path)) node = node?.children?.get(part)
    return node
  }

  /** Links lead to paths of the image, never out of it. */
  resolve(path: string, { followLast = true } = {}): Resolved {
    const rest = partsOf(path).reverse()
    let trail: Node[] = [this.root]
    let links = 0
    let link: string | undefined
    for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
      if (part === '.') continue
      if (part === '..') {
        if (trail.length > 1) trail.pop()
        continue
      }
      const node = trail.at(-1)?.children?.get(part)
      if (!node) return { node: undefined, reason: 'missing', ...(link === undefined ? {} : { link }) }
      if (node.entry.type !== 'link' || (rest.length === 0 && !followLast)) {
        trail.push(node)
        continue
      }
      link = node.entry.target
      links += 1
      if (links > MOST_LINKS) return { node: undefined, reason: 'loop', link }
      if (link.startsWith('/')) trail = [this.root]
      rest.push(...partsOf(link).reverse())
    }
    return { node: trail.at(-1) ?? this.root }
  }

  /** Every path but the root's, with a slash in front. */
  *paths(): Generator<[string, Node]> {
    const open: [string, Node][] = [['', this.root]]
    for (let next = open.pop(); next; next = open.pop()) {
      for (const [name, node] of next[1].children ?? []) {
        const path = `${next[0]}/${name}`
        yield [path, node]
        if (node.children) open.push([path, node])
      }
    }
  }

  #takeAway(path: string): void {
    const name = baseOf(path)
    if (!name.startsWith(WHITEOUT)) return
    const parent = this.at(path.slice(0, -name.length))
    if (name === OPAQUE) parent?.children?.clear()
    else parent?.children?.delete(name.slice(WHITEOUT.length))
  }

  #put(entry: LayerEntry, layer: Digest): void {
    const parts = partsOf(entry.path)
    const name = parts.pop()
    if (name === undefined) {
      Object.assign(this.root, { entry, layer })
      return
    }
    const siblings = this.#folderAt(parts)
    const linked = entry.type === 'hard-link' ? this.at(entry.target) : undefined
    if (entry.type === 'directory') {
      const children = siblings.get(name)?.children ?? new Map()
      siblings.set(name, { entry, layer, children })
    } else siblings.set(name, linked ?? { entry, layer, children: undefined })
  }

  /** A layer may leave out the folders on the way; what is no folder there gives way to one. */
  #folderAt(parts: readonly string[]): Map<string, Node> {
    let children = this.root.children ?? new Map<string, Node>()
    let path = ''
    for (const part of parts) {
      path = path === '' ? part : `${path}/${part}`
      let node = children.get(part)
      if (!node?.children) {
        node = folder(path)
        children.set(part, node)
      }
      children = node.children ?? new Map()
    }
    return children
  }
}

function folder(path: string): Node & { children: Map<string, Node> } {
  const entry: LayerEntry = { path, type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, target: '' }
  return { entry, layer: undefined, children: new Map() }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
