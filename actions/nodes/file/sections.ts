import { normalUrl } from '../names.ts'
import type { FileNode, GitNode, PinnedPackage, RegistryNode } from '../snapshot.ts'
import { pinOf } from './pins.ts'
import { isEmpty, nameOf, type Shape, type Spot } from './shape.ts'

/** A thing of the snapshot as it stands in the file, and where. */
export interface Part<T> {
  /** Of its key. */
  at: number
  /** Letter by letter. */
  written: T
  /** Where the value of a field stands, if it is there. */
  fields: Partial<Record<keyof T, number>>
}

const OF_A_NODE = ['url', 'hash', 'disabled']
const SYNONYMS = {
  commit: 'hash',
  revision: 'hash',
  version: 'hash',
  ref: 'hash',
  branch: 'hash',
  tag: 'hash',
  sha: 'hash',
  enabled: 'disabled',
  address: 'url',
  repository: 'url',
  name: 'filename',
  file: 'filename',
}
const HASH = 'Write "hash": and the 40 digits of the commit.'

/** `{address: {hash, disabled}}`; also `{address: hash}`, and `{name: {url, hash, disabled}}`. */
export function gitNodes(section: Spot, shape: Shape): Part<GitNode>[] {
  return shape.entries(section, 'Write an address and under it its hash, for each node.').flatMap((node) => {
    const { at, value } = node
    if (value.kind === 'scalar' && !isEmpty(value)) {
      const commit = shape.text(node) ?? ''
      return [part(at, { url: nameOf(node), commit, disabled: false }, { commit: value.at })]
    }
    const { url, hash, disabled } = fieldsOf(shape.known(shape.entries(node, HASH), OF_A_NODE, SYNONYMS))
    if (!hash) {
      if (value.kind !== 'list' || isEmpty(value)) shape.missing(node, 'hash', HASH)
      return []
    }
    const commit = shape.text(hash, HASH)
    const written = {
      url: addressOf(node, url, shape),
      commit: commit ?? '',
      disabled: disabled ? shape.flag(disabled) : false,
    }
    if (commit === undefined) return []
    const places = { commit: hash.value.at, ...(disabled ? { disabled: disabled.value.at } : {}) }
    return [part(at, written, places)]
  })
}

/** The key, unless the key is only a name. */
function addressOf(node: Spot, url: Spot | undefined, shape: Shape): string {
  const key = nameOf(node)
  const given = url && shape.text(url)
  if (url === undefined || given === undefined) return key
  const [one, other] = [normalUrl(key), normalUrl(given)]
  if (one !== undefined && one.toLowerCase() !== other?.toLowerCase())
    shape.fault(url.value.at, 'This node has two addresses.', 'Leave one of them out: the key is enough.')
  return one === undefined && !key.includes('/') ? given : key
}

/** `{id: version}` */
export function registryNodes(section: Spot, shape: Shape): Part<RegistryNode>[] {
  return shape.entries(section, 'Write "id": "version" for each node.').flatMap((node) => {
    const version = shape.text(node, 'Write a version, such as "8.22.2".')
    return version === undefined
      ? []
      : [part(node.at, { id: nameOf(node), version }, { version: node.value.at })]
  })
}

/** `[{filename, disabled}]`; also `[filename]`. */
export function fileNodes(section: Spot, shape: Shape): Part<FileNode>[] {
  const hint = 'Write { "filename": "name.py", "disabled": false }.'
  return shape.items(section, hint).flatMap((item) => {
    if (item.value.kind === 'scalar') {
      const filename = shape.text(item, hint)
      return filename === undefined ? [] : [part(item.at, { filename, disabled: false }, {})]
    }
    const known = shape.known(shape.entries(item, hint), ['filename', 'disabled'], SYNONYMS)
    const { filename, disabled } = fieldsOf(known)
    if (!filename) {
      if (item.value.kind === 'map' || isEmpty(item.value)) shape.missing(item, 'filename', hint)
      return []
    }
    const name = shape.text(filename, hint)
    const written = { filename: name ?? '', disabled: disabled ? shape.flag(disabled) : false }
    return name === undefined ? [] : [part(item.at, written, { filename: filename.value.at })]
  })
}

/** `{requirement: "", name: address}`; also `{name: version}`. */
export function pinnedPackages(section: Spot, shape: Shape): Part<PinnedPackage>[] {
  return shape.entries(section, 'Write "name==version": "" for each package.').flatMap((pin) => {
    const value = isEmpty(pin.value) ? '' : shape.text(pin, 'Write "name==version": "".')
    return value === undefined ? [] : [part(pin.at, pinOf(nameOf(pin), value), { address: pin.value.at })]
  })
}

function part<T>(at: number, written: T, fields: Part<T>['fields']): Part<T> {
  return { at, written, fields }
}

function fieldsOf(spots: Map<string, Spot>): Partial<Record<string, Spot>> {
  return Object.fromEntries(spots)
}
