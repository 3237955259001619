// Bundles every action into dist/ (or the folder named): one small entry each, shared code split into chunks, nothing of it minified.
// The program that builds of images bring in is one file by itself.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { bundleAlone } from './alone.mjs'
import { lateEntries, lean } from './lean.mjs'

const ALONE = 'actions/snapshot/cli.ts'

const rooms = readdirSync('actions')
const target = process.argv[2] ?? 'dist'
const entries = rooms.flatMap((room) =>
  ['index', 'post', 'cli', 'probe']
    .map((file) => ({ source: `actions/${room}/${file}.ts`, out: `${room}/${file}` }))
    .filter(({ source }) => existsSync(source) && source !== ALONE)
    .map(({ source, out }) => ({ in: source, out })),
)

const bundle = (entryPoints, more) =>
  build({
    entryPoints,
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
    ...more,
  })

rmSync(target, { recursive: true, force: true })
await bundle(entries, {})
// Packages that others wrote, whole, in files of their own: nobody reviews them here.
await bundle(lateEntries, { minifyWhitespace: true, chunkNames: 'late/[name]-[hash]' })
await bundleAlone(ALONE, `${target}/snapshot/cli.js`)
