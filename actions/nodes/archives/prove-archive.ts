import { join } from 'node:path'
import type { Mismatch } from '../finding.ts'
import { isCompiled } from '../prove/compiled.ts'
import { bytesOf } from '../prove/paths.ts'
import { readText } from '../prove/read-text.ts'
import { digestOfFiles, filesOf } from './files.ts'
import { projectOf, sameVersion } from './project.ts'
import { TRACKING } from './unpack.ts'

export interface ArchiveProof {
  id: string
  version: string
  folder: string
  /** Its install.py may have run, so that files may be there that didn't come with it. */
  generated: boolean
  /** From the lock: of all files that came with it. */
  files?: string
}

/** As many paths as a person reads. */
const SHOWN = 5

/** Holds a registry node's folder against its version; empty: as it should be. */
export async function proveArchive(node: ArchiveProof): Promise<Mismatch[]> {
  const say = (what: string, expected: string, actual: string): Mismatch => ({
    subject: node.id,
    what,
    expected,
    actual,
  })
  const tracked = trackedIn(node.folder)
  if (!tracked) return [say('missing', TRACKING, 'no list of its files: not from the registry')]
  const actual = await filesOf(node.folder)
  const missing = [...tracked].filter((path) => !actual.has(path))
  const odd = [...actual].flatMap(([path, hash]) => (hash === undefined ? [path] : []))
  const extra = node.generated ? [] : [...actual.keys()].filter((path) => !tracked.has(path))
  const own = new Map([...actual].filter(([path]) => tracked.has(path)))
  const project = projectOf(node.folder)
  return [
    ...(missing.length > 0 ? [say('files', 'all of its list', `missing: ${shown(missing)}`)] : []),
    ...(extra.length > 0 ? [say('files', 'none but those of its list', `extra: ${shown(extra)}`)] : []),
    ...(odd.length > 0 ? [say('files', 'regular files', `links or the like: ${shown(odd)}`)] : []),
    ...(project.name?.toLowerCase() === node.id.toLowerCase()
      ? []
      : [say('id', node.id, project.name ?? 'none in pyproject.toml')]),
    ...(sameVersion(project.version, node.version)
      ? []
      : [say('version', node.version, project.version ?? 'none in pyproject.toml')]),
    ...(node.files === undefined || node.files === digestOfFiles(own)
      ? []
      : [say('files', node.files, digestOfFiles(own))]),
  ]
}

function trackedIn(folder: string): Set<string> | undefined {
  const lines = readText(join(folder, TRACKING))?.split('\n')
  const files = lines?.filter((line) => line !== '' && !line.endsWith('/') && line !== TRACKING)
  return files && new Set(files.filter((line) => !isCompiled(folder, bytesOf(line))))
}

function shown(paths: readonly string[]): string {
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : ''
  return paths.toSorted().slice(0, SHOWN).join(', ') + more
}
