// npm run pictures: sets up what is missing, Chromium among it, then takes the pictures of docs/pictures anew.

import { fileURLToPath } from 'node:url'
import { continueWith } from './setup/node24.mjs'
import { setUp } from './setup/setup.mjs'
import { installSystemPackages } from './setup/system-packages.mjs'

installSystemPackages('pictures')
const { environment, missing } = setUp('start')
if (missing.length > 0) process.stderr.write(`Not everything could be installed: ${missing.join(', ')}.\n`)
continueWith(
  fileURLToPath(new URL('./pictures/main.ts', import.meta.url)),
  process.argv.slice(2),
  environment,
)
