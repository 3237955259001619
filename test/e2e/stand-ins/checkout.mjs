// actions/checkout, from the bare repository on disk: what was pushed there, and nothing else.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const { STAND_INS: world, GITHUB_WORKSPACE: folder, GITHUB_SHA: sha } = process.env
if (process.env['INPUT_PERSIST-CREDENTIALS'] !== 'false') throw new Error('the credentials would stay')
const whole = process.env['INPUT_FETCH-DEPTH'] === '0'
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, stdio: 'inherit' })

run('git', 'init', '--quiet')
run('git', 'remote', 'add', 'origin', `file://${join(world, 'origin.git')}`)
if (whole) run('git', 'fetch', '--quiet', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*')
run('git', 'fetch', '--quiet', ...(whole ? [] : ['--depth=1', '--no-tags']), 'origin', sha)
run('git', 'checkout', '--quiet', '--detach', sha)
// What npm would install. A bundle tells where its parts lay, so what is built from is in its place and no link.
const packages = join(world, 'node_modules')
if (process.env.GITHUB_JOB === 'check') run('cp', '--archive', '--link', packages, 'node_modules')
else run('ln', '--symbolic', packages, 'node_modules')
