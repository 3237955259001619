import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { ownProgram } from '../../../actions/snapshot/unshared.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'unshared-')))
for (const file of [
  'dist/snapshot/cli.js',
  'dist/snapshot/index.js',
  'dist/pipeline/cli.js',
  'run/tool.js',
]) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), '')
}
symlinkSync('dist/pipeline/cli.js', join(folder, 'image-actions'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['dist/snapshot/index.js', 'dist/snapshot/cli.js'],
  ['dist/snapshot/cli.js', 'dist/snapshot/cli.js'],
  ['dist/pipeline/cli.js', 'dist/snapshot/cli.js'],
  ['image-actions', 'dist/snapshot/cli.js'],
  ['run/tool.js', 'run/tool.js'],
])('what %s starts among podman’s files is %s', async (started, expected) => {
  expect(await ownProgram(join(folder, started))).toBe(join(folder, expected))
})
