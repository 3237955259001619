import { code, folded, link, plain, table } from '../../base/markdown.ts'
import { COMFYUI, packageNameOf, repositoryOf, shortPin } from '../names.ts'
import type { FileNode, GitNode, PinnedPackage, RegistryNode } from '../snapshot.ts'
import { type Changes, type Commit, isSame, type SnapshotDiff } from './diff.ts'
import { pagesOf } from './web.ts'

type Commits = ReadonlyMap<string, readonly Commit[]>

/** For a person. `commits`: those between the pins, newest first, by the node's address, or by COMFYUI's. */
export function diffMarkdown(diff: SnapshotDiff, commits: Commits = new Map()): string {
  if (isSame(diff)) return 'Nothing changed.\n'
  const parts = [core(diff), nodes(diff), packages(diff.packages), histories(diff, commits)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function core({ comfyui }: SnapshotDiff): string {
  if (!comfyui) return ''
  return `**ComfyUI**: ${move(COMFYUI, comfyui.from, comfyui.to)}`
}

function nodes({ git, registry, files }: SnapshotDiff): string {
  const rows = [
    ...rowsOf(git, gitName, gitState, gitChange),
    ...rowsOf(
      registry,
      ({ id }) => plain(id),
      versionOf,
      (from, to) => `${versionOf(from)} → ${versionOf(to)}`,
    ),
    ...rowsOf(
      files,
      ({ filename }) => plain(filename),
      state,
      (from, to) => flip(from, to),
    ),
  ]
  return rows.length === 0 ? '' : `### Nodes\n\n${table(['Node', 'Change', 'Commit or version'], rows)}`
}

function packages(changes: Changes<PinnedPackage>): string {
  const name = ({ requirement }: PinnedPackage) => plain(packageNameOf(requirement))
  const rows = rowsOf(changes, name, pinned, (from, to) => `${pinned(from)} → ${pinned(to)}`)
  if (rows.length === 0) return ''
  const body = table(['Package', 'Change', 'Version'], rows)
  return rows.length > MANY ? folded(`${rows.length} packages`, body) : `### Packages\n\n${body}`
}

/** More are folded away. */
const MANY = 20

function pinned({ requirement, address }: PinnedPackage): string {
  return code(address === '' ? requirement : `${requirement} @ ${address}`)
}

type Row = [string, string, string]

function rowsOf<T extends object>(
  { added, removed, changed }: Changes<T>,
  name: (thing: T) => string,
  now: (thing: T) => string,
  between: (from: T, to: T) => string,
): Row[] {
  return [
    ...added.map((thing): Row => [name(thing), 'added', now(thing)]),
    ...removed.map((thing): Row => [name(thing), 'removed', now(thing)]),
    ...changed.map(({ from, to }): Row => [name(to), kindOfChange(from, to), between(from, to)]),
  ]
}

/** In one word, or two. */
export function kindOfChange(from: object, to: object): string {
  const off = (thing: object) => ('disabled' in thing ? thing.disabled : undefined)
  const turned = off(from) === off(to) ? [] : [off(to) ? 'disabled' : 'enabled']
  const same = ['commit', 'version', 'requirement', 'address'].every(
    (key) => field(from, key) === field(to, key),
  )
  const words = [...(same ? [] : ['commit' in to ? 'moved' : 'changed']), ...turned]
  return words.length === 0 ? 'renamed' : words.join(', ')
}

function field(thing: object, key: string): unknown {
  return Object.entries(thing).find(([name]) => name === key)?.[1]
}

function gitName({ url }: GitNode): string {
  return link(plain(repositoryOf(url)), url)
}

function gitState(node: GitNode): string {
  const at = commitLink(node.url, node.commit)
  return node.disabled ? `${at}, disabled` : at
}

function gitChange(from: GitNode, to: GitNode): string {
  return from.commit === to.commit ? commitLink(to.url, to.commit) : move(to.url, from.commit, to.commit)
}

function versionOf({ version }: RegistryNode): string {
  return code(version)
}

function state({ disabled }: FileNode): string {
  return disabled ? 'disabled' : ''
}

function flip(from: FileNode, to: FileNode): string {
  return from.filename === to.filename ? '' : `${code(from.filename)} → ${code(to.filename)}`
}

function move(url: string, from: string | null, to: string | null): string {
  const pages = pagesOf(url)
  const compare =
    from !== null && to !== null && pages ? ` (${link('compare', pages.compare(from, to))})` : ''
  return `${commitLink(url, from)} → ${commitLink(url, to)}${compare}`
}

function commitLink(url: string, commit: string | null): string {
  if (commit === null) return 'not pinned'
  return link(code(shortPin(commit)), pagesOf(url)?.commit(commit))
}

function histories({ comfyui, git }: SnapshotDiff, commits: Commits): string {
  const moved = [...(comfyui ? [COMFYUI] : []), ...git.changed.map(({ to }) => to.url)]
  return moved
    .flatMap((url) => {
      const between = commits.get(url) ?? []
      return between.length === 0 ? [] : [history(url, between)]
    })
    .join('\n\n')
}

function history(url: string, commits: readonly Commit[]): string {
  const lines = commits.map(
    ({ hash, subject }) => `- ${commitLink(url, hash)} ${unmentioned(plain(subject))}`,
  )
  const count = commits.length === 1 ? '1 commit' : `${commits.length} commits`
  return folded(`${repositoryOf(url)}: ${count}`, lines.join('\n'))
}

/** Nobody is called to a pull request because another repository's commit names him. */
function unmentioned(markdown: string): string {
  return markdown.replaceAll('@', '@<!-- -->')
}
