// npm start: sets up what is missing, then runs the product; with options, on your own checkout; with a command, that one.

import { fileURLToPath } from 'node:url'
import { continueWith } from './setup/node24.mjs'
import { setUp } from './setup/setup.mjs'

const { environment, missing } = setUp('start')
if (missing.length > 0) process.stderr.write(`Not everything could be installed: ${missing.join(', ')}.\n`)
const args = process.argv.slice(2)
const isCommand = /^[^-]/.test(args[0] ?? '')
const script = args.length > 0 ? '../dist/pipeline/cli.js' : './start/demo.ts'
continueWith(
  fileURLToPath(new URL(script, import.meta.url)),
  args.length === 0 || isCommand ? args : ['run', ...args],
  environment,
)
