// Writes the tables of inputs, outputs and secrets into the documentation, from the manifests, and what editors and
// readers know of the check file, from its schema; --check only compares.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { jsonSchemaOfCheckFile } from '../actions/checks/file/json-schema.ts'
import { fillCommands } from './commands.mjs'
import { fillKeys } from './keys.mjs'
import { root } from './setup/places.mjs'

/** `<!-- inputs build -->` … `<!-- /inputs -->`, the name as in DOCUMENTED. */
const TABLE = /<!-- (inputs|outputs|secrets) ([\w.-]+) -->\n[\s\S]*?<!-- \/\1 -->/g

/** The given text with every table as the manifests say; `describe(name)` gives a manifest's inputs, outputs and secrets. */
export function fillTables(text, describe) {
  return text.replace(TABLE, (_all, kind, name) => {
    const rows = Object.entries(describe(name)[kind] ?? {})
    return `<!-- ${kind} ${name} -->\n${tableOf(kind, rows)}\n<!-- /${kind} -->`
  })
}

function tableOf(kind, rows) {
  if (rows.length === 0) return `No ${kind}.`
  const head = { inputs: ['Input', 'Default'], outputs: ['Output'], secrets: ['Secret'] }[kind]
  const lines = rows.map(([name, entry]) => {
    const cells = [`\`${name}\``, oneLine(entry?.description ?? '')]
    return kind === 'inputs' ? [...cells, defaultOf(entry)] : cells
  })
  const [first, ...rest] = head
  return [[first, 'Meaning', ...rest], Array(head.length + 1).fill('---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function defaultOf(entry) {
  if (entry?.required) return '**required**'
  const value = String(entry?.default ?? '').trim()
  if (value === '') return ''
  return value
    .split('\n')
    .map((line) => `\`${line.trim().replaceAll('|', '\\|')}\``)
    .join('<br>')
}

function oneLine(text) {
  return text.trim().replaceAll('<', '&lt;').replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

/** `build` → build/action.yml, `image-actions` → action.yml, `build-images.yml` → the reusable workflow of that name. */
function describe(name) {
  if (!name.endsWith('.yml')) return read(name === 'image-actions' ? 'action.yml' : `${name}/action.yml`)
  return read(`.github/workflows/${name}`).on.workflow_call
}

function read(file) {
  return parse(readFileSync(join(root, file), 'utf8'))
}

function documents() {
  const inRoot = readdirSync(root).filter((file) => file.endsWith('.md'))
  const inDocs = (existsSync(join(root, 'docs')) ? readdirSync(join(root, 'docs'), { recursive: true }) : [])
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
  return [...inRoot, ...inDocs].map((file) => join(root, file))
}

/** What each generated file shall be. */
function* wanted() {
  const schema = jsonSchemaOfCheckFile()
  for (const file of documents())
    yield { file, content: fillCommands(fillKeys(fillTables(readFileSync(file, 'utf8'), describe), schema)) }
  yield {
    file: join(root, 'verify/image-verify.schema.json'),
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }
}

function main(check) {
  for (const { file, content } of wanted()) {
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue
    process.stdout.write(check ? `${file} is old; run node scripts/docs.mjs\n` : `${file}: written\n`)
    if (check) process.exitCode = 1
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.includes('--check'))
