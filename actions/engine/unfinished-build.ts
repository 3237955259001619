import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openUp } from '../base/open-up.ts'
import type { Engine } from './engine.ts'
import { locateStore, type Store } from './store.ts'

const MARK = 'unfinished-build'

/**
 * podman leaves a container of each stage of a build that it couldn't end, and in it the build's secrets, in the clear. Each
 * build is given one more secret, an empty file of its own folder, by whose path its containers are told from others'.
 */
export async function withMark<T>(
  engine: Engine,
  folder: string,
  build: (options: readonly string[]) => Promise<T>,
): Promise<T> {
  const mark = join(folder, MARK)
  await writeFile(mark, '')
  try {
    const result = await build(['--secret', `id=${MARK},src=${mark}`])
    await rm(mark)
    return result
  } catch (error) {
    // Where that fails the mark stays, and `post:` tries again.
    await removeUnfinishedBuilds(engine, folder).catch(() => {})
    throw error
  }
}

/** Of builds in this folder, also after the run was cancelled; in `post:` for those that were killed. */
export async function removeUnfinishedBuilds(engine: Engine, folder: string): Promise<void> {
  const marks = (await openUp(folder)).filter((path) => basename(path) === MARK)
  if (marks.length === 0) return
  const containers = await containersWith(await locateStore(engine, { finishing: true }), marks)
  if (containers.length > 0) {
    const args = ['rm', '--force', '--ignore', '--', ...containers]
    await engine.run('podman', args, { env: engine.env, finishing: true })
  }
  await Promise.all(marks.map((mark) => rm(mark, { force: true })))
}

/** What buildah notes of each container holds where its secrets come from. */
async function containersWith({ root, driver }: Store, marks: readonly string[]): Promise<string[]> {
  const folder = join(root, `${driver}-containers`)
  const all = await readdir(folder).catch(() => [])
  const noted = all.map(async (id) => {
    const notes = await readFile(join(folder, id, 'userdata/buildah.json'), 'utf8').catch(() => '')
    return marks.some((mark) => notes.includes(JSON.stringify(`src=${mark}`).slice(1))) ? [id] : []
  })
  return (await Promise.all(noted)).flat()
}
