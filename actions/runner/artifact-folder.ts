import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Artifacts } from '../base/artifacts.ts'
import { digestOf } from '../base/digest.ts'

/** Artifacts in a folder: for one process that runs several rooms, and for the command line. */
export function folderArtifacts(folder: string): Artifacts {
  const path = (name: string) => join(folder, `${name}.json`)
  return {
    put: async (name, content) => {
      await mkdir(folder, { recursive: true })
      await writeFile(path(name), content, { flag: 'wx' })
      return digestOf(content)
    },
    list: async (prefix) => {
      const names = await readdir(folder).catch(() => [])
      return names
        .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
        .map((name) => name.slice(0, -5))
    },
    get: (name) => readFile(path(name), 'utf8').catch(() => undefined),
  }
}
