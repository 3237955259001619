// Bundles a program into one file that is neither a module nor CommonJS: it runs under whatever name and beside whatever
// package.json, and a Node that is too old still reads it and says so.
import { dirname } from 'node:path'
import { build } from 'esbuild'
import { snapshotInputs } from '../actions/snapshot/manifest.ts'

/** Node's own modules without `require`, which modules don't have, and without `import`, which scripts don't. */
const START = `"use strict"; var require = (name) => process.getBuiltinModule(name);`
/** The first that has everything which stays as it is written; what is newer is written in another way. */
const READ_BY = 'node18'

/** The manifest lies in another folder, so its inputs come along. */
const inputs = {
  name: 'inputs',
  setup(build) {
    build.onLoad({ filter: /\/actions\/snapshot\/manifest\.ts$/ }, () => ({
      contents: `export const snapshotInputs = () => (${JSON.stringify(snapshotInputs())})`,
      loader: 'js',
    }))
  },
}

/** What these bring along is many times the rest, so the program has their stand-in. */
const leftOut = {
  name: 'left-out',
  setup(build) {
    build.onLoad({ filter: /\/actions\/snapshot\/modes\/(update|pull-request)\.ts$/ }, ({ path }) => ({
      contents: `export * from './left-out.ts'`,
      loader: 'ts',
      resolveDir: dirname(path),
    }))
  },
}

/** Gives what esbuild knows of the parts. */
export async function bundleAlone(entry, outfile) {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'iife',
    platform: 'node',
    target: READ_BY,
    plugins: [inputs, leftOut],
    banner: { js: START },
    // Names stay, so that what it says of a mistake can be read.
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  })
  return metafile
}
