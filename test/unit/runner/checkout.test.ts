import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { openCheckout } from '../../../actions/runner/checkout.ts'

const root = mkdtempSync(join(tmpdir(), 'checkout-'))
const workspace = join(root, 'workspace')
for (const folder of ['workspace/sub', 'empty']) mkdirSync(join(root, folder), { recursive: true })
writeFileSync(join(root, 'secret'), 'not yours')
writeFileSync(join(workspace, 'sub/images.yml'), '- image: a')
symlinkSync(join(root, 'secret'), join(workspace, 'link'))
symlinkSync('sub/images.yml', join(workspace, 'inner'))
afterAll(() => rmSync(root, { recursive: true }))

test.each(['sub/images.yml', './sub/../sub/images.yml', 'inner'])('%s is read', async (path) => {
  expect(await (await openCheckout(workspace)).readFile(path)).toBe('- image: a')
})

test.each(['../secret', 'link', 'sub/../../secret'])('%s leads out, and is not read', async (path) => {
  await expect((await openCheckout(workspace)).readFile(path)).rejects.toThrow('leads out of the checkout')
})

test('what is there can be asked for', async () => {
  const { exists } = await openCheckout(workspace)
  expect([await exists?.('sub/images.yml'), await exists?.('nothing')]).toEqual([true, false])
})

test.each(['empty', 'nonexistent'])(
  'in a job without a checkout (%s) nothing is looked for',
  async (folder) => {
    expect((await openCheckout(join(root, folder))).exists).toBeUndefined()
  },
)
