import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { lateEntries, lean } from '../lean.mjs'
import { cache } from '../setup/places.mjs'

/** A program of the bench as one bundle, made as dist/ is. */
export async function bundleProgram(name: string): Promise<string> {
  const outdir = join(cache, 'bench')
  await build({
    entryPoints: [
      { in: fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), out: `${name}/index` },
      ...lateEntries,
    ],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // They look for the late packages from a folder beside those.
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [lean],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
  return join(outdir, name, 'index.js')
}
