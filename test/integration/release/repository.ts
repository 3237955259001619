import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Git } from '../../../scripts/release/git.ts'

/** A clone that has what a release changes, and nothing else; its origin is a bare repository beside it. */
export interface Repository {
  git: Git
  read(file: string): string
  /** Writes, commits, and pushes where it is on; gives the commit. */
  commit(message: string, files?: Record<string, string>): string
  /** Pushes a release's tag, as a maintainer does. */
  release(version: string, commit: string): void
  close(): void
}

export const WORKFLOW = `jobs:
  build:
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
      - uses: org/image-actions/build@main # zizmor: ignore[unpinned-uses]
`
const IDENTITY = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
  [`GIT_${role}_NAME`, 'Octo'],
  [`GIT_${role}_EMAIL`, 'octo@example.com'],
])

export function unreleased(entry: string, duties = 'Nothing.'): string {
  return `## Unreleased\n\n### What you must do\n\n${duties}\n\n### New\n\n- ${entry}`
}

export function makeRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-releases-'))
  const clone = join(folder, 'clone')
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(folder, 'origin.git')])
  execFileSync('git', ['clone', '--quiet', join(folder, 'origin.git'), clone], { stdio: 'ignore' })
  const git = new Git(clone)
  const read = (file: string) => readFileSync(join(clone, file), 'utf8')
  const commit = (message: string, files: Record<string, string> = {}) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, file)), { recursive: true })
      writeFileSync(join(clone, file), content)
    }
    git.run(['add', '--all'])
    git.run(['commit', '--quiet', '--allow-empty', '--message', message], {
      env: Object.fromEntries(IDENTITY),
    })
    git.run(['push', '--quiet', 'origin', 'HEAD'])
    return git.line('rev-parse', 'HEAD')
  }
  const packed = { name: 'image-actions', version: '0.0.0' }
  commit('feat: begin', {
    'package.json': `${JSON.stringify({ ...packed, files: ['dist'] }, null, 2)}\n`,
    'package-lock.json': `${JSON.stringify({ ...packed, packages: { '': packed, 'node_modules/zod': { version: '0.0.0' } } }, null, 2)}\n`,
    'CHANGELOG.md': `# Changelog\n\n${unreleased('All of it.')}\n`,
    '.github/workflows/build-images.yml': WORKFLOW,
    'dist/snapshot/cli.js': 'cli()\n',
    'verify/image-verify.schema.json': '{}\n',
  })
  return {
    git,
    read,
    commit,
    release(version, sha) {
      git.run(['tag', `v${version}`, sha])
      git.run(['push', '--quiet', 'origin', `v${version}`])
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}
