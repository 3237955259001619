// actions/attest: remembers which bytes it was asked to vouch for.
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { STAND_INS: world, GITHUB_WORKSPACE: folder } = process.env
const pattern = process.env['INPUT_SUBJECT-PATH']
if (!pattern.endsWith('/*')) throw new Error(`${pattern} is no folder's files`)
// Nothing but the files is here: no sources, and so no code of ours.
if (existsSync(join(folder, '.git'))) throw new Error('something was checked out')
const files = join(folder, pattern.slice(0, -2))
for (const name of readdirSync(files)) {
  const digest = createHash('sha256')
    .update(readFileSync(join(files, name)))
    .digest('hex')
  appendFileSync(join(world, 'attested'), `${digest}  ${name}\n`)
}
