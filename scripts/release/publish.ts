import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sectionOf } from './changelog.ts'
import { previous } from './decide.ts'
import { readFiles } from './files.ts'
import type { Git } from './git.ts'
import { githubReleases } from './github-releases.ts'
import { given, summarize } from './job.ts'
import type { RemoteTags } from './moving.ts'
import { notesOf } from './notes.ts'
import { Refusal } from './refusal.ts'
import { isNewer, isPrerelease, versionOfTag } from './version.ts'

/** Tag, draft, files, and only then the page that everybody sees. */
export async function publish(git: Git, folder: string): Promise<void> {
  const [version, commit] = [given('VERSION'), given('COMMIT')]
  const tag = `v${version}`
  const files = readFiles(folder)
  pushTag(git, tag, commit)
  const page = await githubReleases().publish({
    tag,
    files,
    notes: notes(git, version, commit),
    prerelease: isPrerelease(version),
    latest: isLatest(version, git.remoteTags()),
  })
  summarize(`[${tag}](${page}) is published with ${files.length} files.`)
}

function pushTag(git: Git, tag: string, commit: string): void {
  const before = git.remoteTags().get(tag)
  if (before === undefined)
    git.push(['origin', `${commit}:refs/tags/${tag}`], process.env.PUSH_TOKEN || undefined)
  const now = git.remoteTags().get(tag)?.commit
  if (now !== commit)
    throw new Refusal(`${tag} names ${now} now, and ${commit} was tested. Make a new release.`)
}

function notes(git: Git, version: string, commit: string): string {
  const source = git.line('rev-parse', `${commit}^`)
  const before = previous(git, source, version)
  return notesOf({
    tag: `v${version}`,
    commit,
    repository: given('GITHUB_REPOSITORY'),
    section: sectionOf(readFileSync(join(git.folder, 'CHANGELOG.md'), 'utf8'), version) ?? '',
    previous: before && `v${before.version}`,
    commits: before === undefined ? [] : git.commitsBetween(before.commit, source),
  })
}

function isLatest(version: string, tags: RemoteTags): boolean {
  const others = [...tags.keys()].flatMap((tag) => versionOfTag(tag) ?? [])
  return !isPrerelease(version) && !others.some((other) => !isPrerelease(other) && isNewer(other, version))
}
