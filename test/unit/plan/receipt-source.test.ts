import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { receiptArtifact, serialiseReceipt } from '../../../actions/plan/receipt.ts'
import { checkOwnReceipt, checkReceiptInput, resolveReceipt } from '../../../actions/plan/receipt-source.ts'
import { finishedRun } from '../report/run.ts'
import { complaints } from './runs.ts'

const { receipt } = finishedRun()
const text = serialiseReceipt(receipt)
const name = receiptArtifact(receipt.plan, receipt.attempt)
const reference = `${name}@${digestOf(text)}`

function sources(artifacts: Record<string, string>, files: Record<string, string> = {}) {
  return {
    artifact: async (artifact: string) => artifacts[artifact],
    readFile: async (path: string) => files[path] ?? Promise.reject(new Error('ENOENT')),
  }
}

test('the input receipt is a reference or a path', async () => {
  const all = sources({ [name]: text }, { 'out/receipt.json': text })
  expect(await resolveReceipt(reference, all)).toEqual(receipt)
  expect(await resolveReceipt('out/receipt.json', all)).toEqual(receipt)
})

describe('is refused:', () => {
  const later = serialiseReceipt({ ...receipt, attempt: 2 })
  test.each([
    ['an artifact that is not there', reference, {}, `This run has no artifact "${name}"`],
    ['another content', reference, { [name]: later }, 'its digest differs'],
    ['that of another attempt', `${name}@${digestOf(later)}`, { [name]: later }, 'not its own'],
    ['half a document', `${name}@${digestOf('{')}`, { [name]: '{' }, 'not valid JSON'],
    ['a plan', `${name}@${digestOf('{}')}`, { [name]: '{}' }, 'is not valid'],
    ['a path to nothing', 'nowhere.json', {}, 'The input "receipt" is "nowhere.json"'],
  ])('%s', async (_what, input, artifacts, fault) => {
    expect(await complaints(resolveReceipt(input, sources(artifacts)))).toEqual([
      expect.stringContaining(fault),
    ])
  })

  test.each(['receipt-1@sha256:abc', `plan-0123456789ab@${digestOf('')}`, '--yes', text])(
    'before anything is asked: %.40s',
    (input) => {
      expect(() => checkReceiptInput(input)).toThrow(`can't be read`)
    },
  )
})

describe('a receipt whose names would lead elsewhere is none:', () => {
  const [image] = receipt.images
  const [first] = image!.repositories
  const [tag] = first!.tags
  const digest = digestOf('')
  test.each([
    ['a tag that climbs', { tags: [{ ...tag!, name: '../../../other/app/manifests/latest' }] }],
    ['a tag with a query', { tags: [{ ...tag!, name: 'latest?x=y' }] }],
    ['a tag of several lines', { superseded: [{ tag: 'latest\n::error::gone', digest }] }],
    ['an empty tag', { superseded: [{ tag: '', digest }] }],
    ['a repository in upper case', { repository: 'ghcr.io/Octo/app' }],
    ['a repository with a tag', { repository: 'ghcr.io/octo/app:latest' }],
    ['a repository without its registry', { repository: 'octo/app' }],
    ['an address', { repository: 'https://ghcr.io/octo/app' }],
  ])('%s', async (_what, changes) => {
    const repositories = [{ ...first!, ...changes }]
    const hostile = serialiseReceipt({ ...receipt, images: [{ ...image!, repositories }] })
    const path = sources({}, { 'receipt.json': hostile })
    expect(await complaints(resolveReceipt('receipt.json', path))).toEqual([
      expect.stringContaining('is not valid'),
    ])
  })
})

describe('a receipt', () => {
  test.each([
    ['octo/app', 'octo/app'],
    ['Octo/App', 'octo/app'],
    ['octo/app', ''],
    ['', ''],
  ])('of “%s” counts in “%s”', (repository, here) => {
    expect(() => checkOwnReceipt({ repository }, here)).not.toThrow()
  })

  test.each([
    ['octo/app', 'octo/other'],
    ['octo/app-2', 'octo/app'],
    ['', 'octo/app'],
  ])('of “%s” is refused in “%s”', (repository, here) => {
    expect(() => checkOwnReceipt({ repository }, here)).toThrow(/The receipt is of .+, not of /)
  })
})
