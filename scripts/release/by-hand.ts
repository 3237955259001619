import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterRelease, sectionOf } from './changelog.ts'
import { decideVersion } from './decide.ts'
import type { Git } from './git.ts'
import { Refusal } from './refusal.ts'
import { isPrerelease, newest, versionOfTag } from './version.ts'

/** Makes the release commit and its tag in this clone; the maintainer pushes it. */
export function tagRelease(git: Git, wanted: string): void {
  git.run(['fetch', '--quiet', '--force', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*'])
  if (git.lines('status', '--porcelain').length > 0)
    throw new Refusal('The working tree has changes. Commit them, or put them aside with git stash.')
  const { version, commit } = decideVersion(git, wanted)
  git.run(['tag', `v${version}`, commit])
  process.stdout.write(
    `v${version} is ${commit}, here only. To release it:\n\n  git push origin v${version}\n\nTo think better of it: git tag --delete v${version}\n`,
  )
}

/** Moves what the last final release told from "Unreleased" to that release; a backport's is named. */
export function bringUpToDate(git: Git, tag: string | undefined): void {
  git.run(['fetch', '--quiet', '--force', '--tags', 'origin'])
  const known = tag === undefined ? git.releasesBefore('HEAD') : git.releases()
  const finals = known.filter(({ version }) => !isPrerelease(version))
  const version = tag === undefined ? newest(finals.map((each) => each.version)) : versionOfTag(tag)
  const commit = finals.find((each) => each.version === version)?.commit
  if (version === undefined || commit === undefined)
    throw new Refusal(tag === undefined ? 'Nothing is released of this branch yet.' : `${tag} is no release.`)
  const file = join(git.folder, 'CHANGELOG.md')
  const body = sectionOf(git.read(commit, 'CHANGELOG.md'), version) ?? ''
  writeFileSync(file, afterRelease(readFileSync(file, 'utf8'), version, body))
  process.stdout.write(`CHANGELOG.md has v${version}. Commit it, and merge it into main as any change.\n`)
}
