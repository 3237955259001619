import { readFile } from 'node:fs/promises'
import { posix, resolve } from 'node:path'
import type { Containerfile } from './requirement.ts'

export interface BuildSource {
  context: string
  /** Empty: Containerfile, else Dockerfile, in the context. */
  file: string
}

/** What can be read of the Containerfiles; what can't is the build's business to report, in its own words. */
export async function readContainerfiles(
  sources: readonly BuildSource[],
  workspace: string,
): Promise<Containerfile[]> {
  const found = await Promise.all(sources.map((source) => readFirst(candidates(source), workspace)))
  return found.filter((file) => file !== undefined)
}

function candidates({ context, file }: BuildSource): string[] {
  return file === '' ? ['Containerfile', 'Dockerfile'].map((name) => posix.join(context, name)) : [file]
}

async function readFirst(paths: readonly string[], workspace: string): Promise<Containerfile | undefined> {
  for (const path of paths) {
    const text = await readFile(resolve(workspace, path), 'utf8').catch(() => undefined)
    if (text !== undefined) return { path, text }
  }
  return undefined
}
