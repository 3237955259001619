import { faultsOf, sectionOf } from './changelog.ts'
import { bumpFor } from './commits.ts'
import type { Git, Released } from './git.ts'
import { namesIn } from './references.ts'
import { Refusal } from './refusal.ts'
import { makeReleaseCommit } from './release-commit.ts'
import { BUMPS, chooseVersion, isPrerelease, newest, previousOf, tooSmall, versionOfTag } from './version.ts'

export interface Decision {
  version: string
  /** What is released; the tag names it. */
  commit: string
  /** Its parent, on a branch. */
  source: string
}

/** A release of this commit, made here: by a maintainer, or by a run that was started by hand. */
export function decideVersion(git: Git, wanted: string, again = false): Decision {
  const source = git.line('rev-parse', 'HEAD')
  const made = releasedFrom(git, source, wanted)
  if (made !== undefined) {
    if (again) return decideTag(git, `v${made.version}`)
    throw new Refusal(`This commit is released already, as v${made.version}. There is nothing to do.`)
  }
  const taken = [...git.remoteTags().keys()].flatMap((tag) => versionOfTag(tag) ?? [])
  const before = git.releasesBefore(source).map(({ version }) => version)
  const version = chooseVersion(wanted, before, [...before, ...taken])
  refuseFor(faultsAt(git, source, version))
  return { version, source, commit: makeReleaseCommit(git, source, version) }
}

/** A bump of what is a final release already makes no second one. */
function releasedFrom(git: Git, source: string, wanted: string): Released | undefined {
  const made = git.releases().filter(({ parents }) => parents.includes(source))
  const isBump = (BUMPS as readonly string[]).includes(wanted)
  return made.find(({ version }) =>
    isBump ? !isPrerelease(version) : `v${version}` === `v${wanted}`.replace('vv', 'v'),
  )
}

/** A release whose tag was pushed. What it holds is what anybody makes of its parent, and nothing besides. */
export function decideTag(git: Git, tag: string): Decision {
  const version = versionOfTag(tag)
  if (version === undefined)
    throw new Refusal(`${tag} is no version. Name it for example v1.2.3 or v1.2.3-rc.1.`)
  const commit = git.line('rev-parse', `${tag}^{commit}`)
  const workflows = git.lines('ls-tree', '-r', '--name-only', commit, '--', '.github/workflows')
  const names = new Set(workflows.flatMap((path) => namesIn(git.read(commit, path))))
  const again = `Delete the tag with git push --delete origin ${tag}, and make it with npm run release -- ${version}.`
  const others = [...names].filter((name) => name !== tag)
  if (others.length > 0)
    throw new Refusal(
      `${tag} is on a commit whose workflows use our actions at ${others.join(', ')}. ${again}`,
    )
  const source = git.line('rev-parse', `${commit}^`)
  const treeOf = (sha: string) => git.line('rev-parse', `${sha}^{tree}`)
  if (treeOf(commit) !== treeOf(makeReleaseCommit(git, source, version)))
    throw new Refusal(`${tag} holds something else than its parent makes as ${version}. ${again}`)
  refuseFor(faultsAt(git, source, version))
  return { version, commit, source }
}

function refuseFor(faults: readonly string[]): void {
  if (faults.length > 0) throw new Refusal(faults)
}

/** Everything that keeps a commit of a branch from being released as this version. */
function faultsAt(git: Git, source: string, version: string): string[] {
  const faults: string[] = []
  if (git.lines('branch', '--remotes', '--contains', source).length === 0)
    faults.push('The commit is on no branch of the origin. Merge and push it first.')
  const before = previous(git, source, version)
  const commits = before === undefined ? [] : git.commitsBetween(before.commit, source)
  const step = tooSmall(version, before?.version, bumpFor(commits))
  if (step !== undefined) faults.push(step)
  const changelog = git.read(source, 'CHANGELOG.md')
  const breaking = commits.some((commit) => commit.breaking)
  return [...faults, ...faultsOf(changelog, breaking, lastSection(git, source, version))]
}

export function previous(git: Git, source: string, version: string): Released | undefined {
  const before = git.releasesBefore(source)
  const found = previousOf(
    version,
    before.map((each) => each.version),
  )
  return before.find((each) => each.version === found)
}

/** Of the last final release: what prereleases told stays unreleased. */
function lastSection(git: Git, source: string, version: string): string {
  const finals = git
    .releasesBefore(source)
    .filter((each) => !isPrerelease(each.version) && each.version !== version)
  const last = finals.find((each) => each.version === newest(finals.map((other) => other.version)))
  return last === undefined ? '' : (sectionOf(git.read(last.commit, 'CHANGELOG.md'), last.version) ?? '')
}
