import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { pulledParts } from '../../../actions/build/known.ts'
import type { Engine } from '../../../actions/engine/engine.ts'
import type { Image } from '../../../actions/engine/image.ts'

const GZIP = 2
const [base, other, own] = ['base', 'other', 'own'].map((text) => digestOf(text)) as [Digest, Digest, Digest]
const root = mkdtempSync(join(tmpdir(), 'pulled-'))
const store = { root, driver: 'overlay' }
afterAll(() => rmSync(root, { recursive: true }))

beforeAll(async () => {
  const pulled = [base, other].map((diffId) => ({
    'diff-digest': diffId,
    'compressed-diff-digest': digestOf(`${diffId} compressed`),
    'compressed-size': 10,
    compression: GZIP,
  }))
  await mkdir(join(root, 'overlay-layers'))
  await writeFile(
    join(root, 'overlay-layers/layers.json'),
    JSON.stringify([...pulled, { 'diff-digest': own }]),
  )
})

test.each<[string, Digest[], Digest[], string[]]>([
  ['only its own layers', [own], [], []],
  ['a pulled base', [base, own], [base], ['ghcr.io/acme/base:1']],
])('of an image with %s', async (_what, layers, found, names) => {
  const asked: string[] = []
  const run: Engine['run'] = async (command, args) => {
    asked.push([command, ...args].join(' '))
    return { exitCode: 0, stdout: JSON.stringify([{ Names: ['ghcr.io/acme/base:1'] }]), stderr: '' }
  }
  const engine: Engine = { run, env: {}, settings: {}, authFile: '' }
  const parts = await pulledParts({ layers } as Image, store, engine)
  expect(parts.layers.map(({ diffId }) => diffId)).toEqual(found)
  expect(parts.names).toEqual(names)
  expect(asked).toHaveLength(names.length)
})
