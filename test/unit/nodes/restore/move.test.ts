import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { move } from '../../../../actions/nodes/restore/move.ts'

let folders: string[]
beforeEach(async () => {
  // The second one is on another disk, where folders can't be renamed to.
  folders = await Promise.all([tmpdir(), '/dev/shm'].map((base) => mkdtemp(join(base, 'nodes-move-'))))
})
afterEach(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

test.each([
  ['the same disk', 0],
  ['another disk', 1],
])('a folder arrives whole on %s', async (_where, index) => {
  const [from, to] = [join(folders[0]!, 'node'), join(folders[index]!, 'deep', 'moved')]
  await mkdir(from)
  await writeFile(join(from, 'run.sh'), 'x', { mode: 0o755 })
  await symlink('../elsewhere', join(from, 'link'))
  await utimes(join(from, 'run.sh'), 1000, 1000)
  await move(from, to)
  expect(await readFile(join(to, 'run.sh'), 'utf8')).toBe('x')
  expect(await readlink(join(to, 'link'))).toBe('../elsewhere')
  const { mode, mtimeMs } = await stat(join(to, 'run.sh'))
  expect([mode & 0o777, mtimeMs]).toEqual([0o755, 1_000_000])
  await expect(lstat(from)).rejects.toThrow('ENOENT')
  expect(await readdir(join(to, '..'))).toEqual(['moved'])
})
