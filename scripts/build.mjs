// Bundles every action into dist/: one small entry each, shared code split into chunks, nothing minified.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const rooms = readdirSync('actions').filter((room) => existsSync(`actions/${room}/index.ts`))
const entries = rooms.flatMap((room) =>
  ['index', 'post', 'cli']
    .filter((file) => existsSync(`actions/${room}/${file}.ts`))
    .map((file) => `actions/${room}/${file}.ts`),
)

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: entries,
  outbase: 'actions',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  charset: 'utf8',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS dependencies call require; the name keeps clear of dependencies that define createRequire themselves.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
})
