import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { SCENES, saveScene } from '../../doubles/comfyui/scenes.ts'

jest.setTimeout(60_000)

const RECORDED = join(import.meta.dirname, '../../unit/nodes/recorded')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorded-'))
})

afterAll(() => rm(folder, { recursive: true }))

test.each(Object.keys(SCENES))('the real tool saves %s as recorded', async (name) => {
  const saved = await saveScene(name, join(folder, name))
  expect(contentOf(name, saved)).toEqual(contentOf(name, await readFile(join(RECORDED, name), 'utf8')))
})

/** Without the order in which a folder happens to list what is in it. */
function contentOf(name: string, text: string): unknown {
  const snapshot = name.endsWith('.yaml') ? parse(text).custom_nodes : JSON.parse(text)
  const files = snapshot.file_custom_nodes as { filename: string }[]
  return { ...snapshot, file_custom_nodes: files.toSorted((a, b) => a.filename.localeCompare(b.filename)) }
}
