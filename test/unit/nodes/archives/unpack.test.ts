import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { LIMITS } from '../../../../actions/nodes/archives/entries.ts'
import { unpack } from '../../../../actions/nodes/archives/unpack.ts'
import { type ZipEntry, zipOf } from '../../../doubles/zip.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function unpacked(bytes: Uint8Array, limits = LIMITS): Promise<string[]> {
  await writeFile(join(folder, 'node.zip'), bytes)
  await unpack(join(folder, 'node.zip'), join(folder, 'into'), limits)
  return (await readdir(join(folder, 'into'), { recursive: true })).toSorted()
}

describe('an archive', () => {
  test('is unpacked as it is, its top folder too', async () => {
    const entries = [{ name: 'pack/a.py' }, { name: 'pack/inner/' }, { name: '.tracking', content: 'x' }]
    await expect(unpacked(zipOf(entries.slice(0, 2)))).resolves.toEqual([
      '.tracking',
      'pack',
      'pack/a.py',
      'pack/inner',
    ])
  })

  test.each<[string, ZipEntry[], RegExp]>([
    ['nothing', [], /is empty/],
    ['a way out', [{ name: '../evil.py' }], /can't be read: invalid relative path|path outside/],
    ['a way out further below', [{ name: 'a/../../evil.py' }], /invalid relative path|path outside/],
    ['an absolute path', [{ name: '/etc/evil' }], /absolute path|path outside/],
    ['a backslash', [{ name: 'a\\..\\evil.py' }], /invalid characters in fileName/],
    ['an empty part', [{ name: 'a//b' }], /no plain path/],
    ['a dot', [{ name: './b' }], /no plain path/],
    ['a line break', [{ name: 'a\nb' }], /control character/],
    ['git data', [{ name: 'a/.GIT/hooks/post-checkout' }], /which git would believe/],
    ['a folder for the list of files', [{ name: '.tracking/' }], /list of its files/],
    ['a file in that folder', [{ name: '.tracking/a' }], /list of its files/],
    ['a symbolic link', [{ name: 'a', content: '/etc/passwd', mode: 0o120777 }], /a symbolic link/],
    ['a device', [{ name: 'a', mode: 0o020666 }], /neither a file nor a folder/],
    ['one file twice', [{ name: 'a' }, { name: 'a' }], /two of "a"/],
    ['upper and lower case', [{ name: 'a.py' }, { name: 'A.py' }], /two of "A\.py"/],
    ['folders by case', [{ name: 'web/a' }, { name: 'Web/b' }], /two of "Web"/],
    ['a file as a folder', [{ name: 'a' }, { name: 'a/b' }], /two of "a"/],
    ['composed letters', [{ name: 'é' }, { name: 'e\u0301' }], /two of/],
    ['more than it says', [{ name: 'a', content: 'x'.repeat(99), claimedSize: 9 }], /can't be read/],
  ])('with %s is refused, and nothing of it is written', async (_what, entries, said) => {
    await expect(
      unpacked(zipOf([{ name: 'fine' }, ...entries].slice(entries.length ? 0 : 1))),
    ).rejects.toThrow(said)
    const left = await readdir(join(folder, 'into')).catch(() => [])
    expect(left).not.toContain('.tracking')
    expect(await readdir(folder)).not.toContain('evil.py')
  })

  test('that is no zip, or half of one', async () => {
    await expect(unpacked(Buffer.from('<html>'))).rejects.toThrow(/can't be read/)
    const whole = zipOf([{ name: 'a', content: 'a' }])
    await expect(unpacked(whole.subarray(0, whole.length - 30))).rejects.toThrow(/can't be read/)
  })

  test('that grows too large, or has too much in it', async () => {
    const bomb = zipOf([{ name: 'a', content: Buffer.alloc(2 ** 21) }, { name: 'b' }])
    expect(bomb.length).toBeLessThan(10_000)
    await expect(unpacked(bomb, { count: 9, expanded: 2 ** 20 })).rejects.toThrow(/expands to more than 1 MB/)
    await expect(unpacked(bomb, { count: 1, expanded: 2 ** 30 })).rejects.toThrow(/more than 1 entries/)
  })
})
