import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sectionOf } from './changelog.ts'
import type { Git } from './git.ts'
import { namesIn, wrongMajors } from './references.ts'
import { Refusal } from './refusal.ts'
import { isPrerelease } from './version.ts'

/** Holds what is checked out against the version: bundles, manifests, workflows, pages and examples. */
export function checkTree(git: Git, version: string): void {
  const faults = [...versionFaults(git, version), ...bundleFaults(git)]
  if (faults.length > 0) throw new Refusal(faults)
}

function versionFaults(git: Git, version: string): string[] {
  const read = (file: string) => readFileSync(join(git.folder, file), 'utf8')
  const files = (...patterns: string[]) => git.lines('ls-files', '--', ...patterns)
  const faults: string[] = []
  const lock = JSON.parse(read('package-lock.json'))
  for (const [file, found] of [
    ['package.json', JSON.parse(read('package.json')).version],
    ['package-lock.json', lock.version],
    ['package-lock.json', lock.packages[''].version],
  ])
    if (found !== version) faults.push(`${file} says version ${found} in place of ${version}.`)
  for (const file of files('.github/workflows', ':(glob)**/action.yml'))
    for (const name of namesIn(read(file)).filter((name) => name !== `v${version}`))
      faults.push(`${file} uses our actions at ${name} in place of v${version}.`)
  if (sectionOf(read('CHANGELOG.md'), version) === undefined)
    faults.push(`CHANGELOG.md has no heading for ${version}.`)
  // Before a new major version is out, readers are told of the one that is.
  if (isPrerelease(version)) return faults
  for (const file of files('*.md', 'examples').filter((file) => file !== 'CHANGELOG.md'))
    for (const major of wrongMajors(read(file), version))
      faults.push(`${file} tells readers of ${major}, which ${version} is not. Change it on main first.`)
  return faults
}

function bundleFaults(git: Git): string[] {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: git.folder, stdio: 'inherit' })
  const changed = git.lines('status', '--porcelain', '--', 'dist').map((line) => line.slice(3))
  if (changed.length === 0) return []
  return [
    `dist/ is not what the sources build: ${changed.slice(0, 5).join(', ')}. Run npm run build on the branch and commit it.`,
  ]
}
