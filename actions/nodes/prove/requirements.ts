import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../base/digest.ts'
import { readText } from './read-text.ts'

/** The hashes of a node's requirements files. */
export async function requirementsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^requirements.*\.txt$/i.test(name)).sort()
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const text = readText(join(folder, name))
      return text === undefined ? [] : [[name, digestOf(text)]]
    }),
  )
}
