import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from '../programs.ts'

const USED = /uses: (actions\/([\w-]+)@[0-9a-f]{40})/g

/** What release.yml uses of others, by `owner/name@commit`: folders with an action that does as much as this test needs. */
export function standIns(folder: string): Record<string, string> {
  const workflow = readFileSync(join(checkout, '.github/workflows/release.yml'), 'utf8')
  const used = new Map([...workflow.matchAll(USED)].map(([, reference = '', name = '']) => [reference, name]))
  return Object.fromEntries(
    [...used].map(([reference, name]) => [reference, write(join(folder, name), name)]),
  )
}

function write(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true })
  const outputs = 'outputs: { token: { description: The token } }'
  const manifest = `name: ${name}\ndescription: ${name}\n${outputs}\nruns: { using: node24, main: index.mjs }\n`
  writeFileSync(join(folder, 'action.yml'), manifest)
  cpSync(join(checkout, 'test/e2e/stand-ins', `${name}.mjs`), join(folder, 'index.mjs'))
  return folder
}
