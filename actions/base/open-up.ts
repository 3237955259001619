import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Lets us into every folder beneath, as what is to be removed must be looked into first: a build that is killed leaves some that
 * nobody may read. Gives the files that lie there. What belongs to somebody else, such as a user of an image, stays shut.
 */
export async function openUp(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.map(async (entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return [path]
    const isOurs = await chmod(path, 0o700).then(
      () => true,
      () => false,
    )
    return isOurs ? openUp(path) : []
  })
  return (await Promise.all(files)).flat()
}
