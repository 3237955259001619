import { lutimesSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { type BytePath, placeOf } from '../prove/paths.ts'
import type { Store } from './fetch.ts'
import type { Git } from './git.ts'

/** Gives everything in a folder one time: two builds of one commit make the same layer. Links are not followed. */
export async function setTimes(folder: string | Buffer, seconds: number): Promise<void> {
  const path = Buffer.from(folder)
  for (const entry of await readdir(path, { encoding: 'buffer', withFileTypes: true })) {
    const place = Buffer.concat([path, Buffer.from('/'), entry.name])
    if (entry.isDirectory()) await setTimes(place, seconds)
    else lutimesSync(place, seconds, seconds)
  }
  lutimesSync(path, seconds, seconds)
}

/** Of these files, and of nothing that lies beside them. */
export function setTimesOf(folder: string, paths: readonly BytePath[], seconds: number): void {
  for (const path of paths) lutimesSync(placeOf(folder, path), seconds, seconds)
}

/** When a commit was made, in seconds. */
export async function commitTime(git: Git, store: Store, commit: string): Promise<number> {
  const { stdout } = await git.run(['cat-file', 'commit', commit], store)
  // Some tools have written times that no file can have.
  const seconds = Number(/^committer .* (\d+) [+-]\d+$/m.exec(stdout)?.[1] ?? 0)
  return Math.min(seconds, 2 ** 32)
}
