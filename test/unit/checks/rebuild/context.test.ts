import { execFileSync } from 'node:child_process'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InputError } from '../../../../actions/base/errors.ts'
import { changeFile, copyContext, requireEditable } from '../../../../actions/checks/rebuild/context.ts'
import { requestIn } from '../../engine/requests.ts'

let folder: string
let context: string
let work: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rebuild-'))
  context = join(folder, 'checkout')
  work = join(folder, 'work')
  for (const path of [join(context, 'app'), join(context, '.git'), work])
    await mkdir(path, { recursive: true })
  await writeFile(join(context, 'app/main.py'), 'print()')
  await writeFile(join(context, '.git/HEAD'), 'ref')
  await writeFile(join(context, 'Containerfile'), 'FROM scratch\n')
})
afterEach(() => rm(folder, { recursive: true }))

describe('the copy of a context', () => {
  const copy = () => copyContext(requestIn(context), work)

  test('has the times, modes and links of the original, and its Containerfile', async () => {
    const date = new Date('2020-01-01T00:00:00Z')
    await chmod(join(context, 'app/main.py'), 0o751)
    await utimes(join(context, 'app/main.py'), date, date)
    await symlink('app/main.py', join(context, 'link'))
    const { context: copied, file } = await copy()
    const { mode, mtime } = await stat(join(copied, 'app/main.py'))
    expect([mode & 0o777, mtime]).toEqual([0o751, date])
    expect(await readdir(copied)).toEqual(['Containerfile', 'app', 'link'])
    expect(await requireEditable(copied, 'link')).toBe(join(copied, 'app/main.py'))
    expect(file).toBe(join(copied, 'Containerfile'))
  })

  test('has the history only where the Containerfile speaks of it', async () => {
    await writeFile(join(context, 'Containerfile'), 'FROM scratch\nCOPY .git /src/.git\n')
    expect(await readdir((await copy()).context)).toContain('.git')
  })

  test('leaves out what can’t be built from', async () => {
    execFileSync('mkfifo', [join(context, 'pipe')])
    expect(await readdir((await copy()).context)).toEqual(['Containerfile', 'app'])
  })

  test('is one of the folder that a link leads to; a Containerfile elsewhere stays there', async () => {
    await symlink(context, join(folder, 'link'))
    const file = join(folder, 'Containerfile')
    await writeFile(file, 'FROM scratch\n')
    const build = await copyContext({ ...requestIn(join(folder, 'link')), file }, work)
    expect([await readdir(build.context), build.file]).toEqual([['Containerfile', 'app'], file])
  })
})

describe('a file to change', () => {
  test.each([
    ['nothing.py', 'There is no file nothing.py'],
    ['../outside', 'lies outside'],
    ['link', 'lies outside'],
    ['app', 'is no file'],
  ])('%s: %s', async (edit, message) => {
    await writeFile(join(folder, 'outside'), '')
    await symlink(join(folder, 'outside'), join(context, 'link'))
    const place = { file: 'image-verify.yml', line: 3, column: 5 }
    const refused = requireEditable(context, edit, place)
    await expect(refused).rejects.toThrow(message)
    await expect(refused).rejects.toBeInstanceOf(InputError)
    await expect(refused).rejects.toMatchObject({ place })
  })

  test('has another content at every moment, of blanks only, and has its own back', async () => {
    const path = join(context, 'app/main.py')
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (first, second) => {
        const contents: string[] = []
        for (const now of [first, second]) {
          const undo = await changeFile(path, now)
          contents.push(await readFile(path, 'utf8'))
          await undo()
        }
        expect(contents.map((content) => content.trimEnd())).toEqual(['print()', 'print()'])
        expect(contents[0] === contents[1]).toBe(first === second)
        expect(await readFile(path, 'utf8')).toBe('print()')
      }),
      { numRuns: 30 },
    )
  })
})
