// Bundles every action into dist/ (or the folder named): one small entry each, shared code split into chunks, nothing minified.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { lateEntries, lean } from './lean.mjs'

const rooms = readdirSync('actions')
const target = process.argv[2] ?? 'dist'
const entries = rooms.flatMap((room) =>
  ['index', 'post', 'cli', 'probe']
    .filter((file) => existsSync(`actions/${room}/${file}.ts`))
    .map((file) => ({ in: `actions/${room}/${file}.ts`, out: `${room}/${file}` })),
)

rmSync(target, { recursive: true, force: true })
await build({
  entryPoints: [...entries, ...lateEntries],
  outdir: target,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [lean],
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS dependencies call require; the name keeps clear of dependencies that define createRequire themselves.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
})
