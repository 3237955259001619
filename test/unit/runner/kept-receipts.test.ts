import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { Receipt, ReceiptTag } from '../../../actions/plan/receipt.ts'
import { folderArtifacts } from '../../../actions/runner/artifact-folder.ts'
import { keepReceipts, receiptFolder, withKeptReceipts } from '../../../actions/runner/kept-receipts.ts'

const root = mkdtempSync(join(tmpdir(), 'kept-receipts-'))
afterAll(() => rmSync(root, { recursive: true }))

const digest = digestOf('')
function receipt(...tags: Pick<ReceiptTag, 'before' | 'after'>[]): Receipt {
  const full = tags.map((tag) => ({
    name: 'latest',
    moves: true,
    reason: '',
    outcome: 'moved' as const,
    ...tag,
  }))
  const repositories = [{ repository: 'ghcr.io/octo/app', tags: full, superseded: [] }]
  return {
    schema: 1,
    plan: '0123456789ab',
    repository: 'octo/app',
    revision: '0'.repeat(40),
    version: '',
    created: '2026-01-02T03:04:05Z',
    attempt: 1,
    images: [{ name: 'app', outcome: 'published', digest, mediaType: '', platforms: [], repositories }],
    manifests: {},
    leftovers: [],
    duration: 1,
  }
}

async function keep(document: Receipt, folder: string) {
  const artifacts = folderArtifacts(mkdtempSync(join(root, 'artifacts-')))
  await artifacts.put('plan-0123456789ab', '{}')
  await artifacts.put('receipt-0123456789ab-1', JSON.stringify(document))
  return keepReceipts(artifacts, folder)
}

describe('a receipt', () => {
  test.each([
    ['of a new tag', { before: null, after: digest }],
    ['of a tag that moved', { before: digestOf('a'), after: digest }],
    ['of a tag that nobody knows of any more', { before: digest, after: null }],
  ])('%s stays, in a folder that is made for it', async (_what, tag) => {
    const folder = join(mkdtempSync(join(root, 'home-')), 'made/for/it')
    const document = receipt({ before: digest, after: digest }, tag)
    const [path = '', ...more] = await keep(document, folder)
    expect([path, more]).toEqual([join(folder, 'receipt-0123456789ab-1.json'), []])
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(document)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test.each([
    ['of tags that hold what they held', [{ before: digest, after: digest }]],
    ['without tags', []],
  ])('%s leaves no file and no folder', async (_what, tags) => {
    const home = mkdtempSync(join(root, 'home-'))
    expect(await keep(receipt(...tags), join(home, 'folder'))).toEqual([])
    expect(readdirSync(home)).toEqual([])
  })

  test('is found by its name later, after those of the run itself', async () => {
    const folder = join(mkdtempSync(join(root, 'home-')), 'kept')
    const document = receipt({ before: null, after: digest })
    await keep(document, folder)
    const artifacts = withKeptReceipts(
      folderArtifacts(mkdtempSync(join(root, 'artifacts-'))),
      folderArtifacts(folder),
    )
    const name = 'receipt-0123456789ab-1'
    expect(JSON.parse((await artifacts.get(name)) ?? '')).toEqual(document)
    expect(await artifacts.list('receipt-')).toEqual([])
    await artifacts.put(name, 'own')
    expect([await artifacts.get(name), await artifacts.get('receipt-1')]).toEqual(['own', undefined])
  })

  test('that can’t be written is an error', async () => {
    const file = join(mkdtempSync(join(root, 'home-')), 'file')
    writeFileSync(file, '')
    await expect(keep(receipt({ before: null, after: digest }), file)).rejects.toThrow('EEXIST')
  })
})

test.each([
  [{ XDG_STATE_HOME: '/state', HOME: '/home/me' }, '/state/image-actions'],
  [{ XDG_STATE_HOME: '', HOME: '/home/me' }, '/home/me/.local/state/image-actions'],
])('with %j the folder is %s', (environment, expected) => {
  expect(receiptFolder(environment)).toBe(expected)
})
