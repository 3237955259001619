import type { Dirent } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DISABLED, OF_COMFYUI, STAGING } from '../installation.ts'
import { normalUrl } from '../names.ts'
import { isCompiled } from '../prove/compiled.ts'
import { openRepository } from '../prove/repository.ts'
import { remoteOf } from '../prove/settings.ts'
import { entriesOf } from '../prove/walk.ts'
import type { FileNode } from '../snapshot.ts'
import type { WantedNode } from './wanted.ts'

/** A folder of a node, or something in its stead. */
export interface Place {
  /** In the folder custom_nodes. */
  path: string
  /** Without what only says that it is switched off. */
  name: string
  disabled: boolean
  /** Only a name for a folder that is somewhere else. */
  link: boolean
}

export interface Survey {
  /** Where each node lies now, the right place first. */
  places: ReadonlyMap<WantedNode, readonly Place[]>
  /** What ComfyUI would load besides. */
  extras: readonly Place[]
}

/** In small letters: what ends otherwise, ComfyUI loads. */
const OFF = /\.disabled$/

/** `root`: of a mounted image, out of which no link leads. */
export async function survey(
  folder: string,
  wanted: readonly WantedNode[],
  files: readonly FileNode[],
  root = '/',
): Promise<Survey> {
  const top = (await placesIn(folder, '')).filter(({ path, link }) => link || !isOfPython(folder, path))
  const found = [...top, ...(await placesIn(folder, DISABLED))]
  const places = new Map<WantedNode, Place[]>(wanted.map((node) => [node, []]))
  const extras: Place[] = []
  for (const place of found) {
    const node =
      wanted.find(({ name }) => same(name, place.name)) ?? (await byAddress(folder, place, wanted, root))
    if (node) places.get(node)?.push(place)
    else if (!place.disabled) extras.push(place)
  }
  for (const [node, list] of places) {
    const distance = (place: Place) => Number(join(folder, place.path) !== node.folder)
    list.sort((a, b) => distance(a) - distance(b))
  }
  return { places, extras: [...extras, ...(await extraFiles(folder, files))] }
}

async function placesIn(folder: string, inner: string): Promise<Place[]> {
  // A link in its stead could lead anywhere, in an image also to what is this machine's.
  if (inner !== '' && (await lstat(join(folder, inner)).catch(() => undefined))?.isSymbolicLink()) return []
  const entries = await sortedEntries(join(folder, inner))
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .filter(({ name }) => inner !== '' || ![DISABLED, STAGING].includes(name))
    .map((entry) => ({
      path: join(inner, entry.name),
      link: entry.isSymbolicLink(),
      ...stateOf(entry.name, inner !== ''),
    }))
}

/** ComfyUI imports nothing from there, but runs its prestartup_script.py as it does any folder's. */
function isOfPython(folder: string, name: string): boolean {
  if (name !== '__pycache__') return false
  return entriesOf(folder, name).every(
    (entry) => entry.isFile() && isCompiled(folder, `${name}/${entry.name.toString('latin1')}`),
  )
}

/** ComfyUI-Manager has switched nodes off as `name.disabled`, `.disabled/name`, `.disabled/name@nightly` and `.disabled/name@1_2_3`. */
function stateOf(name: string, inDisabled: boolean): Pick<Place, 'name' | 'disabled'> {
  if (inDisabled) return { name: name.replace(/@.*$/, ''), disabled: true }
  return { name: name.replace(OFF, ''), disabled: OFF.test(name) }
}

/** A node that somebody put into a folder of another name. */
async function byAddress(
  folder: string,
  place: Place,
  wanted: readonly WantedNode[],
  root: string,
): Promise<WantedNode | undefined> {
  const repository = await openRepository(join(folder, place.path), root)
  const remote = repository && remoteOf(repository.settings)
  const url = remote === undefined ? undefined : normalUrl(remote)
  return url === undefined ? undefined : wanted.find(({ source }) => 'url' in source && same(source.url, url))
}

async function extraFiles(folder: string, files: readonly FileNode[]): Promise<Place[]> {
  const known = new Set([...OF_COMFYUI, ...files.map(({ filename }) => filename)])
  return (await sortedEntries(folder))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py') && !known.has(entry.name))
    .map(({ name }) => ({ path: name, name, disabled: false, link: false }))
}

async function sortedEntries(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
