// npm test: sets up what is missing, then runs the tiers one after another, each within its budget of time.

import { fileURLToPath } from 'node:url'
import { continueWith } from './setup/node24.mjs'
import { setUp } from './setup/setup.mjs'

const { environment, missing } = setUp('test')
continueWith(fileURLToPath(new URL('./tiers.mjs', import.meta.url)), process.argv.slice(2), {
  ...environment,
  SETUP_MISSING: missing.join(', '),
})
