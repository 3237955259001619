import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

const SUMS = 'SHA256SUMS'
/** Besides the package. */
const COPIED = {
  'snapshot-cli.js': 'dist/snapshot/cli.js',
  'image-verify.schema.json': 'verify/image-verify.schema.json',
}

export interface ReleaseFile {
  name: string
  bytes: Buffer
  /** Of its bytes, in hex. */
  sha256: string
}

/** Puts what a release offers for download into a folder, with the checksums. The same tree gives the same bytes. */
export function makeFiles(tree: string, target: string): void {
  mkdirSync(target, { recursive: true })
  // No hooks and no network: what is checked out is packed as it is.
  const options = ['--ignore-scripts', '--offline', '--silent', `--pack-destination=${target}`]
  execFileSync('npm', ['pack', ...options], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const [name, source] of Object.entries(COPIED)) copyFileSync(join(tree, source), join(target, name))
  const sums = filesIn(target).map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  writeFileSync(join(target, SUMS), sums.join(''))
}

/** Reads them back, after another job has made them: each is there, each as its checksum says, and none besides. */
export function readFiles(folder: string): ReleaseFile[] {
  const files = filesIn(folder)
  const said = files.find(({ name }) => name === SUMS)?.bytes.toString('utf8') ?? ''
  const found = files.filter(({ name }) => name !== SUMS).map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  if (found.length === 0 || said !== found.join(''))
    throw new Refusal('The files are not those that SHA256SUMS names. Run all jobs again.')
  return files
}

function filesIn(folder: string): ReleaseFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name))
      return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
}
