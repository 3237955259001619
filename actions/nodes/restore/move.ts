import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Renames, or copies where that can't be: a folder of a lower layer of an image, another disk. */
export async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const beside = join(dirname(to), `.copying-${process.pid}.disabled`)
    await rm(beside, { recursive: true, force: true })
    await cp(from, beside, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
    await rename(beside, to)
    await rm(from, { recursive: true, force: true })
  }
}
