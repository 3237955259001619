import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalText, digestOf } from '../../../../actions/nodes/file/canonical.ts'
import { archived, archiveFile, fromArchive, readArchive } from '../../../../actions/nodes/update/archive.ts'

const snapshot = (number: number) => ({
  ...{ comfyui: String(number).padStart(40, '0'), git: [], registry: [], files: [], packages: [] },
})
const nameOf = (number: number) => archiveFile(digestOf(snapshot(number)))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** As an update does it: what is there, and what comes. */
async function keep(numbers: number[], retain = 3, now = 0) {
  const files = archived(await readArchive(folder), numbers.map(snapshot), { retain, now })
  for (const [name, text] of files)
    if (text === null) await rm(join(folder, name))
    else await writeFile(join(folder, name), text)
  return files
}

test('the newest are kept, each once, and the index says since when', async () => {
  await keep([1, 2])
  await keep([2, 3], 3, 86_400_000)
  expect((await readArchive(folder)).map(({ added }) => added.slice(0, 10))).toEqual([
    '1970-01-02',
    '1970-01-01',
    '1970-01-01',
  ])
  const files = await keep([3, 4])
  expect([files.get(nameOf(1)), files.get(nameOf(4))]).toEqual([null, canonicalText(snapshot(4))])
  expect((await readArchive(folder)).map(({ digest }) => archiveFile(digest))).toEqual([4, 3, 2].map(nameOf))
})

test('whatever comes, the index holds the last ones in their order, and a file stands for each', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 3 })),
      fc.integer({ min: 1, max: 4 }),
      (updates, retain) => {
        let present: Awaited<ReturnType<typeof readArchive>> = []
        const there = new Set<string>()
        for (const update of updates) {
          for (const [name, text] of archived(present, update.map(snapshot), { retain, now: 0 })) {
            if (name === 'index.json') present = JSON.parse(text!).snapshots
            else if (text === null) expect(there.delete(name)).toBe(true)
            else there.add(name)
          }
        }
        const last = [...new Set(updates.flat().toReversed())].slice(0, retain).map(nameOf)
        expect(present.map(({ digest }) => archiveFile(digest))).toEqual(last)
        expect([...there].sort()).toEqual(last.toSorted())
      },
    ),
  )
})

test('one is found by its digest or by the name of its file; what was changed is refused', async () => {
  await keep([1, 2])
  const digest = digestOf(snapshot(1))
  for (const wanted of [digest, digest.slice(7), nameOf(1), nameOf(1).slice(0, 14)])
    expect((await fromArchive(folder, wanted)).snapshot).toEqual(snapshot(1))
  await writeFile(join(folder, nameOf(2)), canonicalText(snapshot(3)))
  await expect(fromArchive(folder, nameOf(2))).rejects.toThrow('is not what its digest says')
  await rm(join(folder, nameOf(2)))
  await expect(fromArchive(folder, nameOf(2))).rejects.toThrow('is not there')
})

test.each([['sha256-0000000'], ['latest'], [''], ['../x']])(
  '“%s” is none, and all that there are are named',
  async (wanted) => {
    await keep([1])
    await expect(fromArchive(folder, wanted)).rejects.toMatchObject({
      message: expect.stringContaining('No archived snapshot'),
      hint: expect.stringContaining(nameOf(1).slice(0, 19)),
    })
  },
)

test('without an index the files speak for themselves', async () => {
  await keep([1, 2])
  await rm(join(folder, 'index.json'))
  expect((await fromArchive(folder, nameOf(1))).snapshot).toEqual(snapshot(1))
  expect(await readArchive(join(folder, 'none'))).toEqual([])
})
