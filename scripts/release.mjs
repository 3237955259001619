// npm run release: a release's commit and tag; in release.yml each of its steps.

import { fileURLToPath } from 'node:url'
import { continueWith } from './setup/node24.mjs'
import { installNpmPackages } from './setup/npm-packages.mjs'

installNpmPackages()
continueWith(fileURLToPath(new URL('./release/main.ts', import.meta.url)), process.argv.slice(2), {})
