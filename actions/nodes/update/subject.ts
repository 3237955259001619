import picomatch from 'picomatch'
import { UserError } from '../../base/errors.ts'
import { COMFYUI as COMFYUI_URL, folderNameOf, repositoryOf } from '../names.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Policies } from './policy.ts'

/** ComfyUI itself, among the nodes. */
export const COMFYUI = 'ComfyUI'

/** Something of a snapshot that can be brought to a newer state. */
export type Subject = Repository | Registered

export interface Repository {
  kind: 'core' | 'git'
  /** What it may be called in the inputs; by the first one people know it. */
  names: readonly string[]
  url: string
  /** Its commit. */
  pin: string
}

export interface Registered {
  kind: 'registry'
  names: readonly string[]
  id: string
  /** Its version. */
  pin: string
}

/** What a person calls it. */
export const nameOf = ({ names }: Subject): string => names[0] ?? ''

export function subjectsOf({ comfyui, git, registry }: Snapshot): Subject[] {
  return [
    ...(comfyui === null ? [] : [coreAt(comfyui)]),
    ...git.map((node): Repository => {
      const { url, commit: pin } = node
      return { kind: 'git', names: [folderNameOf(node), repositoryOf(url)], url, pin }
    }),
    ...registry.map(({ id, version }): Registered => ({ kind: 'registry', names: [id], id, pin: version })),
  ]
}

function coreAt(pin: string): Repository {
  return { kind: 'core', names: [COMFYUI, repositoryOf(COMFYUI_URL)], url: COMFYUI_URL, pin }
}

export interface Choice {
  include: readonly string[]
  exclude: readonly string[]
}

/** Globs of owner/name; what has none goes by its own name, and any name of one will do. */
export function chosen({ names }: Subject, { include, exclude }: Choice): boolean {
  const matches = (globs: readonly string[]) => {
    const fits = picomatch([...globs], { nocase: true })
    return globs.length > 0 && names.some((name) => fits(name))
  }
  return (include.length === 0 || matches(include)) && !matches(exclude)
}

/** A line that is meant for a node which isn't there changes nothing, which nobody would see. */
export function strayNames(
  subjects: readonly Subject[],
  { of }: Policies,
  { include, exclude }: Choice,
): UserError[] {
  const stray = (input: string, text: string) =>
    new UserError('IMG8005', `Input "${input}" names "${text}", which is not in the snapshot.`, {
      hint: `Write owner/name as in a node's address, a registry node's id, or ${COMFYUI}.`,
    })
  const known = new Set(subjects.flatMap(({ names }) => names.map((name) => name.toLowerCase())))
  const wanted = (globs: readonly string[]) =>
    globs.filter((glob) => !subjects.some((subject) => chosen(subject, { include: [glob], exclude: [] })))
  return [
    ...[...of.keys()].filter((name) => !known.has(name)).map((name) => stray('policy', name)),
    ...wanted(include).map((glob) => stray('include', glob)),
    ...wanted(exclude).map((glob) => stray('exclude', glob)),
  ]
}
