// npm run bench: sets up what is missing, then measures the product next to what a user would run instead.

import { fileURLToPath } from 'node:url'
import { continueWith } from './setup/node24.mjs'
import { setUp } from './setup/setup.mjs'

const { environment, missing } = setUp('test')
if (missing.length > 0) process.stderr.write(`Not everything could be installed: ${missing.join(', ')}.\n`)
continueWith(fileURLToPath(new URL('./bench/main.ts', import.meta.url)), process.argv.slice(2), environment)
