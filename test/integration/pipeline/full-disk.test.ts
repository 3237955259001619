import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const SOURCES = fileURLToPath(new URL('../../../', import.meta.url))
const disk = mkdtempSync(join(tmpdir(), 'full-'))

const asRoot = (command: string, ...args: string[]) =>
  process.getuid?.() === 0 ? execFileSync(command, args) : execFileSync('sudo', ['-n', command, ...args])

// Its only inode is its own folder, so that nothing can be made there.
beforeAll(() => {
  asRoot('mount', '-t', 'tmpfs', '-o', 'nr_inodes=1,mode=0777', 'full', disk)
})
afterAll(() => {
  asRoot('umount', disk)
  rmdirSync(disk)
})

test('a full disk is named on the command line too, and is no bug', () => {
  const args = [join(SOURCES, 'actions/pipeline/cli.ts'), 'run', '--checkout', SOURCES]
  const env = { ...process.env, TMPDIR: disk }
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  expect(stderr).toMatch(
    new RegExp(`^error\\[IMG\\d+\\]: No space left on the disk of ${disk}/.*set TMPDIR to`, 'm'),
  )
  expect(stderr).not.toContain('bug')
  expect(status).toBe(1)
})
