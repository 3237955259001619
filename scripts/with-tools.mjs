// Runs a program with everything that the tests have: node scripts/with-tools.mjs actionlint
import { spawnSync } from 'node:child_process'
import { setUp } from './setup/setup.mjs'

const [program, ...args] = process.argv.slice(2)
const { environment, missing } = setUp('test')
const env = { ...process.env, ...environment }
const result = spawnSync('/usr/bin/env', [program ?? 'true', ...args], { stdio: 'inherit', env })
process.exitCode = missing.length > 0 ? 1 : (result.status ?? 1)
