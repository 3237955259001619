import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { locateSource } from '../../../actions/runner/source.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'source-')))
const checkout = join(root, 'checkout')

beforeAll(() => {
  for (const folder of ['checkout/app', 'checkout/old', 'checkout/empty', 'elsewhere'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const file of [
    'checkout/app/Containerfile',
    'checkout/app/Dockerfile',
    'checkout/old/Dockerfile',
    'elsewhere/Containerfile',
  ]) {
    writeFileSync(join(root, file), 'FROM scratch')
  }
  symlinkSync(join(root, 'elsewhere'), join(checkout, 'link'))
  symlinkSync(join(root, 'elsewhere/Containerfile'), join(checkout, 'empty/Linked'))
})
afterAll(() => rmSync(root, { recursive: true }))

const locate = (context: string, file = '') => locateSource({ context, file }, checkout)

test.each([
  ['app', '', 'app/Containerfile'],
  ['old', '', 'old/Dockerfile'],
  ['app', 'old/Dockerfile', 'old/Dockerfile'],
  ['./app/', '', 'app/Containerfile'],
])('context %j and file %j', async (context, file, expected) => {
  const source = await locate(context, file)
  expect(source.file).toBe(join(checkout, expected))
  expect(source.context).toBe(join(checkout, 'app').replace('app', context.replace(/^\.\/|\/$/g, '')))
})

test.each([
  ['empty', '', 'no Containerfile and no Dockerfile'],
  ['..', '', 'outside the checkout'],
  ['link', '', 'outside the checkout'],
  ['empty', 'empty/Linked', 'outside the checkout'],
  ['app', '../elsewhere/Containerfile', 'outside the checkout'],
  ['none', '', 'does not exist'],
  ['app', 'nothing', 'does not exist'],
])('context %j and file %j: %s', (context, file, message) =>
  expect(locate(context, file)).rejects.toThrow(message),
)
