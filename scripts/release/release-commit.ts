import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseAs } from './changelog.ts'
import type { Git } from './git.ts'
import { nameTag } from './references.ts'

/** Whoever makes it, on whatever day: the same sources and version give the same commit. */
const AUTHOR = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
}

/** A child of the source commit, beside its branch, in which everything names the version. Nothing is checked out. */
export function makeReleaseCommit(git: Git, source: string, version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-release-'))
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  try {
    git.run(['read-tree', source], { env })
    for (const [path, content] of changedFiles(git, source, version)) {
      const blob = git.run(['hash-object', '-w', '--stdin'], { input: content }).trim()
      git.run(['update-index', '--cacheinfo', `100644,${blob},${path}`], { env })
    }
    const tree = git.run(['write-tree'], { env }).trim()
    const date = git.line('show', '--no-patch', '--format=%ct +0000', source)
    const message = ['-m', `release: v${version}`]
    return git
      .run(['commit-tree', '--no-gpg-sign', tree, '-p', source, ...message], { env: signature(date) })
      .trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* changedFiles(git: Git, source: string, version: string): Generator<[string, string]> {
  const workflows = git.lines('ls-tree', '-r', '--name-only', source, '--', '.github/workflows')
  for (const path of workflows) yield [path, nameTag(git.read(source, path), `v${version}`)]
  for (const path of ['package.json', 'package-lock.json'])
    yield [path, withVersion(git.read(source, path), version)]
  yield ['CHANGELOG.md', releaseAs(git.read(source, 'CHANGELOG.md'), version)]
}

/** Only the package's own: at the top, and in the lock file once more as the package at the empty path. */
export function withVersion(json: string, version: string): string {
  return json
    .replace(/^( {2}"version": ")[^"]*/m, `$1${version}`)
    .replace(/^( {4}"": \{\n {6}"name": "[^"]*",\n {6}"version": ")[^"]*/m, `$1${version}`)
}

function signature(date: string): Record<string, string> {
  return Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, AUTHOR.name],
      [`GIT_${role}_EMAIL`, AUTHOR.email],
      [`GIT_${role}_DATE`, date],
    ]),
  )
}
