import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { resolveInside } from '../../../actions/base/inside.ts'

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inside-'))
  mkdirSync(join(root, 'app/real/deep'), { recursive: true })
  mkdirSync(join(root, 'etc'))
  writeFileSync(join(root, 'etc/passwd'), '')
  const links = {
    'app/nodes': 'real',
    'app/absolute': '/app/real',
    'app/up': '../../../../../etc',
    'app/host': '/usr/bin',
    'app/chain': 'nodes/deep',
    'app/real/out': '../..',
    'app/circle': 'circle',
    'app/nowhere': 'none',
    'app/file': '/etc/passwd',
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
})
afterAll(() => rmSync(root, { recursive: true }))

test.each([
  ['/', ''],
  ['/app/real', 'app/real'],
  ['app//./real/', 'app/real'],
  ['/app/nodes', 'app/real'],
  ['/app/nodes/deep', 'app/real/deep'],
  ['/app/absolute/deep', 'app/real/deep'],
  ['/app/chain', 'app/real/deep'],
  // `..` is above where the link leads, as for the kernel.
  ['/app/chain/..', 'app/real'],
  ['/app/up/passwd', 'etc/passwd'],
  ['/app/file', 'etc/passwd'],
  ['/app/real/out/etc', 'etc'],
  ['/../../etc', 'etc'],
])('%s is %s', async (path, expected) => {
  expect(await resolveInside(root, path)).toBe(join(root, expected))
})

test.each([['/app/host'], ['/app/circle'], ['/app/nowhere'], ['/none'], ['/etc/passwd/x'], ['/app/file/..']])(
  '%s is nowhere',
  async (path) => {
    expect(await resolveInside(root, path)).toBeUndefined()
  },
)

test('no path leads out', async () => {
  const parts = fc.constantFrom(
    '..',
    '.',
    'app',
    'nodes',
    'real',
    'deep',
    'up',
    'host',
    'out',
    'chain',
    'etc',
    '',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 12 }), async (path) => {
      const found = await resolveInside(root, path.join('/'))
      expect(found === undefined || found === root || found.startsWith(`${root}/`)).toBe(true)
    }),
  )
})
