import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { checkout } from '../house/tracked.ts'

interface Bundled {
  inputs: Record<string, unknown>
}

const { bundleAlone }: { bundleAlone(entry: string, file: string): Promise<Bundled> } = await import(
  join(checkout, 'scripts/alone.mjs')
)

const folder = mkdtempSync(join(tmpdir(), 'alone-'))
const file = join(folder, 'cli.js')
let parts: string[]
beforeAll(async () => {
  parts = Object.keys((await bundleAlone(join(checkout, 'actions/snapshot/cli.ts'), file)).inputs)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the program of one file is small, and has nothing of what only jobs need', () => {
  expect(parts.length).toBeGreaterThan(50)
  expect(readFileSync(file).length).toBeLessThan(1_000_000)
  expect(parts.filter((part) => /@actions\/|octokit|azure|undici/.test(part))).toEqual([])
})

test('it is a script, which runs as a module as well, and loads nothing but what Node has', () => {
  const text = readFileSync(file, 'utf8')
  expect(() => new Script(text)).not.toThrow()
  expect(text.startsWith('#!/usr/bin/env node\n"use strict"; var require = ')).toBe(true)
  const loaded = [...text.matchAll(/\b(?:__)?require\("([^"]+)"\)/g)].map(([, name = '']) => name)
  expect(loaded.length).toBeGreaterThan(5)
  expect(loaded.filter((name) => process.getBuiltinModule(name) === undefined)).toEqual([])
})

test.each([
  ['update', 'IMG8006'],
  ['pull-request', 'IMG8006'],
])('%s, which it does not have, is told as %s', (mode, code) => {
  const options = { cwd: join(checkout, 'examples/comfyui'), encoding: 'utf8' } as const
  const { status, stderr } = spawnSync(process.execPath, [file, mode], options)
  expect([status, stderr]).toEqual([2, expect.stringContaining(`error[${code}]: This mode is not part of`)])
})
