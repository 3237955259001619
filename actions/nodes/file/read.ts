import type { Place } from '../../base/errors.ts'
import { readJson } from '../../base/written/json.ts'
import { placesIn, refused } from '../../base/written/places.ts'
import type { Reading } from '../../base/written/reading.ts'
import { readYaml } from '../../base/written/yaml.ts'
import type { FileNode, GitNode, PinnedPackage, RegistryNode, Snapshot } from '../snapshot.ts'
import { sectionsOf } from './form.ts'
import { type Kind, kinds, normalCommit, ordered } from './kinds.ts'
import { fileNodes, gitNodes, type Part, pinnedPackages, registryNodes } from './sections.ts'
import { isEmpty, Shape, type Spot } from './shape.ts'

export interface ReadSnapshot {
  /** As the user knows it, relative to the checkout. */
  file: string
  /** In its normal form; what can't be brought to one stands as it is written, and `validate` finds it. */
  snapshot: Snapshot
  /** What `snapshot` was made of, in the same order. */
  parts: Parts
  /** Of a part of `snapshot`: `['git', 3, 'commit']`, `['comfyui']`; of what is nearest, where it is not written. */
  placeOf(path: readonly (string | number)[]): Place
}

export interface Parts {
  comfyui: { at: number; written: string | null }
  git: readonly Part<GitNode>[]
  registry: readonly Part<RegistryNode>[]
  files: readonly Part<FileNode>[]
  packages: readonly Part<PinnedPackage>[]
}

/** Throws everything at once by which the text is no snapshot, each fault with its place. */
export function readSnapshot(text: string, file: string): ReadSnapshot {
  const { read, error } = examineSnapshot(text, file)
  if (error) throw error
  return read!
}

export interface Examined {
  /** Of a text with faults: what could be read all the same, to be judged and for nothing else. */
  read: ReadSnapshot | undefined
  /** Everything by which the text is no snapshot. */
  error: Error | undefined
}

export function examineSnapshot(text: string, file: string): Examined {
  const content = text.replace(/^\uFEFF/, '')
  const { root, faults } = parsed(content, file)
  const placeAt = placesIn(content, file)
  if (!root) return { read: undefined, error: refused(faults, placeAt) }
  const shape = new Shape()
  const parts = partsOf(sectionsOf(root, shape), root.at, shape)
  const all = [...faults, ...shape.faults]
  const placeOf: ReadSnapshot['placeOf'] = (path) => placeAt(offsetOf(parts, path))
  return {
    read: { file, snapshot: snapshotOf(parts), parts, placeOf },
    error: all.length > 0 ? refused(all, placeAt) : undefined,
  }
}

const KIND = { name: 'snapshot', empty: 'Mode save writes one from an installation of ComfyUI.' }

/** By its name; a file of another name, by how it begins. */
function parsed(text: string, file: string): Reading {
  const isYaml = /\.ya?ml$/i.test(file) || !(/\.json$/i.test(file) || /^\s*[{[]/.test(text))
  return isYaml ? readYaml(text, KIND) : readJson(text, KIND)
}

function partsOf(sections: ReturnType<typeof sectionsOf>, start: number, shape: Shape): Parts {
  const read = <T>(name: string, kind: Kind<T>, parts: (section: Spot, shape: Shape) => Part<T>[]) => {
    const section = sections.get(name as never)
    return section ? ordered(kind, parts(section, shape), ({ written }) => kind.normal(written)) : []
  }
  const comfyui = sections.get('comfyui')
  return {
    comfyui: {
      at: comfyui?.value.at ?? start,
      written: comfyui && !isEmpty(comfyui.value) ? (shape.text(comfyui) ?? null) : null,
    },
    git: read('git_custom_nodes', kinds.git, gitNodes),
    registry: read('cnr_custom_nodes', kinds.registry, registryNodes),
    files: read('file_custom_nodes', kinds.files, fileNodes),
    packages: read('pips', kinds.packages, pinnedPackages),
  }
}

function snapshotOf({ comfyui, git, registry, files, packages }: Parts): Snapshot {
  const normal = <T>(kind: Kind<T>, parts: readonly Part<T>[]) =>
    parts.map(({ written }) => kind.normal(written))
  return {
    comfyui: normalCommit(comfyui.written ?? '') || null,
    git: normal(kinds.git, git),
    registry: normal(kinds.registry, registry),
    files: normal(kinds.files, files),
    packages: normal(kinds.packages, packages),
  }
}

function offsetOf(parts: Parts, [section, index, field]: readonly (string | number)[]): number {
  const list = parts[section as keyof Parts]
  if (!Array.isArray(list)) return parts.comfyui.at
  const part: Part<Record<string, unknown>> | undefined = list[Number(index)]
  return part?.fields[String(field)] ?? part?.at ?? firstOf(list) ?? parts.comfyui.at
}

/** In the file, whose order is another one than that of the parts. */
function firstOf(parts: readonly { at: number }[]): number | undefined {
  return parts.length === 0 ? undefined : Math.min(...parts.map(({ at }) => at))
}
