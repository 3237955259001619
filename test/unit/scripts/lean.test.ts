import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { lateEntries, lean } from '../../../scripts/lean.mjs'
import { checkout } from '../house/tracked.ts'

const PROGRAM = `
import * as http from 'node:http'
import { parse } from 'yaml'
import { ProxyAgent } from 'undici'
const fetchIsLoaded = () => process.moduleLoadList.some((name) => name.endsWith('deps/undici/undici'))
const atOnce = fetchIsLoaded()
console.log(JSON.stringify({ http: Object.keys(http), atOnce, yaml: parse('- 1'), dispatch: typeof new ProxyAgent('http://127.0.0.1:1').dispatch }))
`
/** Of node:http, what loads fetch, and what is no client's or server's business. */
const KEPT_OUT = ['WebSocket', 'CloseEvent', 'MessageEvent', '_connectionListener', 'setGlobalProxyFromEnv']

const folder = mkdtempSync(join(tmpdir(), 'lean-'))
let told: { http: string[]; atOnce: boolean; yaml: unknown; dispatch: string }
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'program.js'), PROGRAM)
  await build({
    entryPoints: [{ in: join(folder, 'program.js'), out: 'room/index' }, ...lateEntries],
    nodePaths: [join(checkout, 'node_modules')],
    absWorkingDir: checkout,
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [lean],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
  const output = execFileSync(process.execPath, [join(folder, 'dist/room/index.js')], { encoding: 'utf8' })
  told = JSON.parse(output)
})

test('late packages work as if they had been there', () => {
  expect(told).toMatchObject({ yaml: [1], dispatch: 'function' })
})

test('late packages are not among what is loaded at the start', () => {
  const atStart = loadedWith(join(folder, 'dist/room/index.js'))
  expect(atStart.length).toBeGreaterThan(0)
  expect(atStart.map((file) => readFileSync(file, 'utf8')).join('').length).toBeLessThan(20_000)
})

test('node:http is whole, but for what loads fetch', () => {
  const all = Object.keys(process.getBuiltinModule('node:http')).filter((name) => !KEPT_OUT.includes(name))
  expect(told.http.filter((name) => name !== 'default').sort()).toEqual(all.sort())
  expect(told.atOnce).toBe(false)
})

/** A file, and all that its imports bring with them. */
function loadedWith(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|\} from) "(\..+)";$/gm)
  return [file, ...[...imports].flatMap(([, path = '']) => loadedWith(join(dirname(file), path)))]
}
