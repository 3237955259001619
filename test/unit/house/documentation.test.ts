import { posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readCheckFile } from '../../../actions/checks/file/read.ts'
import { actions, exists } from './manifests.ts'
import { anchorsOf, blocksOf, codeInColumn, linksOf, mappingsOf } from './markdown.ts'
import { ourFiles, read } from './tracked.ts'

type Names = Record<string, unknown> | undefined
interface Callable {
  inputs: Names
  outputs: Names
  secrets?: Names
}

const WORKFLOW = 'org/image-actions/.github/workflows/build-images.yml'
const called = reusable('build-images.yml')
/** What can stand after `uses:`, without its version. */
const callables = new Map<string, Callable>([
  [WORKFLOW, called],
  ['org/image-actions/.github/workflows/rollback.yml', reusable('rollback.yml')],
  ['org/image-actions/.github/workflows/update-snapshot.yml', reusable('update-snapshot.yml')],
  ...actions().map(({ name, manifest }): [string, Callable] => [
    name === 'pipeline' ? 'org/image-actions' : `org/image-actions/${name}`,
    { inputs: manifest.inputs, outputs: manifest.outputs },
  ]),
])
const inputs = new Set([...callables.values()].flatMap((callable) => Object.keys(callable.inputs ?? {})))
const sources = ourFiles('actions/**/*.ts').map(read).join('\n')
const pages = ourFiles('*.md')

describe.each(pages)('%s', (page) => {
  const text = read(page)
  const blocks = blocksOf(text, 'yaml')

  test('has YAML that can be parsed, for inputs and secrets that exist', () => {
    expect(blocks.flatMap((block) => mappingsOf(block).flatMap(unknownNames))).toEqual([])
  })

  test('has JSON that can be parsed', () => {
    for (const block of blocksOf(text, 'json')) JSON.parse(block)
  })

  test('shows check files that are right', () => {
    for (const block of blocks.filter((block) => /^version: 1$/m.test(block)))
      readCheckFile(block, { file: page, variables: {} })
  })

  test('uses outputs that exist', () => {
    const used = blocks.flatMap((block) => [...block.matchAll(/needs\.images\.outputs\.([\w-]+)/g)])
    expect(used.map(([, name = '']) => name).filter((name) => !called.outputs?.[name])).toEqual([])
  })

  test('names inputs that exist', () => {
    expect(codeInColumn(text, 'Input').filter((name) => !inputs.has(name))).toEqual([])
  })

  test('has links that lead somewhere', () => {
    expect(linksOf(text).filter((link) => !leadsSomewhere(page, link))).toEqual([])
  })
})

test('the messages under troubleshooting are those of the code', () => {
  const messages = codeInColumn(read('docs/troubleshooting.md'), 'Message')
  expect(messages.length).toBeGreaterThan(30)
  expect(messages.filter((message) => !piecesOf(message).every((piece) => sources.includes(piece)))).toEqual(
    [],
  )
})

test('the README names every page', () => {
  const readme = read('README.md')
  expect(pages.filter((page) => page !== 'README.md' && !readme.includes(page))).toEqual([])
})

describe('what the tests above rely on', () => {
  test.each([
    ['The workflow build-images.yml', 'the-workflow-build-imagesyml'],
    ['Plain HTTP, proxies, mirrors', 'plain-http-proxies-mirrors'],
    ['`strict` and [more](x.md)', 'strict-and-more'],
  ])('the anchor of "%s" is %s', (heading, anchor) => {
    expect([...anchorsOf(`# ${heading}\n\n## ${heading}\n`)]).toEqual([anchor, `${anchor}-1`])
  })

  test.each([
    ['a wrong input', { uses: 'org/image-actions/build@v1', with: { leg: '', legs: '' } }, ['legs']],
    ['a wrong secret', { uses: `${WORKFLOW}@v1`, secrets: { GHCR_TOKEN: '' } }, ['GHCR_TOKEN']],
    ['a wrong action', { uses: 'org/image-actions/publish@v1' }, ['org/image-actions/publish']],
    ['a wrong fragment', { with: { platform: '' } }, ['platform']],
    ['what others wrote', { uses: 'actions/checkout@v6', with: { anything: '' } }, []],
  ])('%s is found', (_what, mapping, expected) => {
    expect(unknownNames(mapping)).toEqual(expected)
  })

  test.each([
    ['README.md', 'docs/absent.md', false],
    ['README.md', '#quick-start', true],
    ['README.md', '#slow-start', false],
    ['docs/building.md', '../README.md#quick-start', true],
    ['docs/building.md', 'README.md', false],
  ])('from %s to %s: %s', (page, link, expected) => {
    expect(leadsSomewhere(page, link)).toBe(expected)
  })
})

function reusable(workflow: string): Callable {
  return parse(read(`.github/workflows/${workflow}`)).on.workflow_call
}

/** A part of a call that stands for itself is one of the workflow's. */
function unknownNames(mapping: Record<string, unknown>): string[] {
  const { uses = mapping.with ? `${WORKFLOW}@v1` : '', with: given, secrets } = mapping
  const [name = ''] = String(uses).split('@')
  if (!name.startsWith('org/image-actions')) return []
  const callable = callables.get(name)
  if (!callable) return [name]
  return [...namesBeyond(given, callable.inputs), ...namesBeyond(secrets, callable.secrets)]
}

function namesBeyond(given: unknown, known: Names): string[] {
  return typeof given === 'object'
    ? Object.keys(given ?? {}).filter((name) => !Object.hasOwn(known ?? {}, name))
    : []
}

function leadsSomewhere(page: string, link: string): boolean {
  if (/^https?:/.test(link)) return true
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? page : posix.join(posix.dirname(page), path)
  return exists(file) && (anchor === undefined || anchorsOf(read(file)).has(anchor))
}

/** Between what differs: `…` in the pages, an expression in the code. A status is a value too. */
function piecesOf(message: string): string[] {
  return message.split(/…|\b\d{3}\b/).filter((piece) => piece.trim().length > 2)
}
