import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Entry, failedIn, savedImage, verified } from '../contents/saved-image.ts'

const OFF = { setuid: false, 'world-writable': false, 'package-caches': false }

async function hardened(entries: readonly Entry[], hardening: object, ...more: Entry[][]) {
  return verified(await savedImage([entries, ...more]), { hardening: { ...OFF, ...hardening } })
}

describe('setuid', () => {
  const entries: Entry[] = [
    { path: 'usr/bin/passwd', mode: 0o4755 },
    { path: 'usr/sbin/unix_chkpwd', mode: 0o2755 },
    { path: 'var/mail/', type: 'directory', mode: 0o2775 },
    { path: 'usr/bin/link', type: 'symlink', target: 'passwd', mode: 0o6777 },
  ]
  test.each<[string, Entry[], string | undefined]>([
    ['what distributions ship, folders and links', [], undefined],
    ['a setuid file', [{ path: 'opt/tool', mode: 0o4755 }], '/opt/tool'],
    ['a setgid file', [{ path: 'opt/tool', mode: 0o2755 }], '/opt/tool'],
    ['a name of a distribution elsewhere', [{ path: 'opt/passwd', mode: 0o4755 }], '/opt/passwd'],
    ['a hard link to one', [{ path: 'opt/same', type: 'link', target: 'usr/bin/passwd' }], '/opt/same'],
    ['one that a later layer makes harmless', [{ path: 'usr/bin/passwd', mode: 0o755 }], undefined],
  ])('%s', async (_name, more, expected) => {
    const results = await hardened(entries, { setuid: true }, more)
    expect(results[0]?.finding?.actual).toBe(expected)
    expect(failedIn(results)).toEqual(expected === undefined ? [] : ['hardening.setuid'])
  })
})

describe('world-writable', () => {
  test.each<[Entry, boolean]>([
    [{ path: 'a', mode: 0o666 }, true],
    [{ path: 'a', mode: 0o664 }, false],
    [{ path: 'a/', type: 'directory', mode: 0o777 }, true],
    [{ path: 'tmp/', type: 'directory', mode: 0o1777 }, false],
    [{ path: 'a', type: 'symlink', target: 'b', mode: 0o777 }, false],
    [{ path: 'dev/null', type: 'character-device', mode: 0o666 }, false],
  ])('%j: %s', async (entry, found) => {
    const results = await hardened([entry], { 'world-writable': true })
    expect(failedIn(results)).toEqual(found ? ['hardening.world-writable'] : [])
  })
})

describe('package caches', () => {
  test.each<[string, string | undefined]>([
    ['var/lib/apt/lists/deb.debian.org_dists_bookworm_InRelease', '/var/lib/apt/lists'],
    ['var/lib/apt/lists/lock', undefined],
    ['var/lib/apt/extended_states', undefined],
    ['var/lib/dpkg/status', undefined],
    ['var/cache/apt/archives/curl_7.88_amd64.deb', '/var/cache/apt'],
    ['var/cache/apt/pkgcache.bin', '/var/cache/apt'],
    ['var/cache/apt/archives/lock', undefined],
    ['var/cache/apk/APKINDEX.tar.gz', '/var/cache/apk'],
    ['lib/apk/db/installed', undefined],
    ['var/cache/dnf/x/repodata/repomd.xml', '/var/cache/dnf'],
    ['home/me/.cache/pip/http/a/b', '/home/me/.cache/pip'],
    ['home/app/.cache/uv/wheels/x', '/home/app/.cache/uv'],
    ['home/me/.npm/_cacache/index', '/home/me/.npm/_cacache'],
    ['home/me/.npm/_logs/x', undefined],
    ['opt/conda/pkgs/numpy.conda', '/opt/conda/pkgs'],
    ['usr/lib/python3/site-packages/pip/_internal/cache.py', undefined],
    ['app/cache/pip/x', undefined],
  ])('%s', async (path, folder) => {
    const results = await hardened([{ path, text: 'x'.repeat(1500) }], { 'package-caches': true })
    expect(results[0]?.finding?.actual).toBe(folder && `${folder} (1 file, 1.5 kB)`)
    if (folder) expect(results[0]?.finding?.hint).toMatch(/RUN|Install/)
  })

  test('those that a later layer takes away are none', async () => {
    const lists = [{ path: 'var/lib/apt/lists/x', text: 'x' }]
    expect(
      failedIn(await hardened(lists, { 'package-caches': true }, [{ path: 'var/lib/apt/.wh.lists' }])),
    ).toEqual([])
  })
})

describe('what may be', () => {
  const entries: Entry[] = [
    { path: 'opt/a/.hidden/tool', mode: 0o4755 },
    { path: 'opt/a/open', mode: 0o666 },
    { path: 'home/me/.cache/pip/x', text: 'x' },
  ]
  test.each([
    [[], ['setuid', 'world-writable', 'package-caches']],
    [['/opt/**'], ['package-caches']],
    [['/opt/*'], ['setuid', 'world-writable', 'package-caches']],
    [['/home/me/.cache/**', '/opt/a/open'], ['setuid']],
  ])('%j', async (allow, failed) => {
    const rule = { allow }
    const results = await hardened(entries, { setuid: rule, 'world-writable': rule, 'package-caches': rule })
    expect(failedIn(results)).toEqual(failed.map((key) => `hardening.${key}`))
  })

  test('a path allows itself, and no other', () => {
    const part = fc.stringMatching(/^[a-z0-9._-]{1,8}$/).filter((name) => !/^\.+$/.test(name))
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    return fc.assert(
      fc.asyncProperty(path, path, async (one, other) => {
        fc.pre(!`${one}/`.startsWith(`${other}/`) && !`${other}/`.startsWith(`${one}/`))
        const open = [one, other].map((path) => ({ path, mode: 0o666 }))
        const [result] = await hardened(open, { 'world-writable': { allow: [`/${one}`] } })
        expect(result?.finding?.actual).toBe(`/${other}`)
      }),
      { numRuns: 50 },
    )
  })
})

test('ten are told, the rest is counted', async () => {
  const many = Array.from({ length: 13 }, (_each, index) => ({ path: `open-${index + 10}`, mode: 0o666 }))
  const [result] = await hardened(many, { 'world-writable': true })
  expect(result?.finding?.actual).toMatch(/^\/open-10, .*\/open-19 and 3 more$/)
})

test('only what is asked for is told', async () => {
  const results = await hardened([], { setuid: true })
  expect(results.map(({ path }) => path.join('.'))).toEqual(['hardening.setuid'])
})
