import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Lets us into every folder beneath, as what is to be removed must be looked into first: a build that is killed leaves some that nobody may read. */
export async function openUp(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const path = join(folder, entry.name)
    await chmod(path, 0o700)
    await openUp(path)
  }
}
