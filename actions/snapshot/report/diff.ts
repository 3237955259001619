import { printable } from '../../base/printable.ts'
import { textTable } from '../../base/text-table.ts'
import { type Changes, type Commit, isSame, type SnapshotDiff } from '../../nodes/diff/diff.ts'
import { kindOfChange } from '../../nodes/diff/markdown.ts'
import { pagesOf } from '../../nodes/diff/web.ts'
import { COMFYUI, packageNameOf, repositoryOf, shortPin } from '../../nodes/names.ts'

type Row = readonly [name: string, change: string, from: string, to: string]
type Commits = ReadonlyMap<string, readonly Commit[]>

/** For a person at a terminal. */
export function diffText(diff: SnapshotDiff, commits: Commits): string {
  if (isSame(diff)) return 'Nothing changed.\n'
  const packages = rowsOf(
    diff.packages,
    ({ requirement }) => packageNameOf(requirement),
    ({ requirement, address }) => (address === '' ? requirement : address),
  )
  const parts = [...tableOf('Node', nodeRows(diff)), ...tableOf('Package', packages), ...moves(diff, commits)]
  return `${parts.join('\n\n')}\n`
}

function nodeRows({ comfyui, git, registry, files }: SnapshotDiff): Row[] {
  const { from, to } = comfyui ?? { from: null, to: null }
  return [
    ...(comfyui ? [['ComfyUI', 'moved', pin(from), pin(to)] as const] : []),
    ...rowsOf(
      git,
      ({ url }) => repositoryOf(url),
      ({ commit }) => shortPin(commit),
    ),
    ...rowsOf(
      registry,
      ({ id }) => id,
      ({ version }) => version,
    ),
    ...rowsOf(
      files,
      ({ filename }) => filename,
      ({ disabled }) => (disabled ? 'off' : 'on'),
    ),
  ]
}

function rowsOf<T extends object>(
  { added, removed, changed }: Changes<T>,
  name: (thing: T) => string,
  state: (thing: T) => string,
): Row[] {
  return [
    ...added.map((thing): Row => [name(thing), 'added', '', state(thing)]),
    ...removed.map((thing): Row => [name(thing), 'removed', state(thing), '']),
    ...changed.map(({ from, to }): Row => [name(to), kindOfChange(from, to), state(from), state(to)]),
  ]
}

function tableOf(what: string, rows: readonly Row[]): string[] {
  return rows.length === 0 ? [] : [textTable([what, 'Change', 'From', 'To'], rows)]
}

/** Of each repository that moved: where to compare, and the commits in between that are known. */
function moves({ comfyui, git }: SnapshotDiff, commits: Commits): string[] {
  const core = comfyui ? [{ url: COMFYUI, ...comfyui }] : []
  const nodes = git.changed.map(({ from, to }) => ({ url: to.url, from: from.commit, to: to.commit }))
  return [...core, ...nodes].flatMap(({ url, from, to }) => {
    if (from === to) return []
    const page = from === null || to === null ? undefined : pagesOf(url)?.compare(from, to)
    const lines = (commits.get(url) ?? []).map(
      ({ hash, subject }) => `  ${printable(`${shortPin(hash)} ${subject}`)}`,
    )
    if (page === undefined && lines.length === 0) return []
    return [[printable(`${repositoryOf(url)}: ${page ?? ''}`), ...lines].join('\n')]
  })
}

function pin(commit: string | null): string {
  return commit === null ? 'not pinned' : shortPin(commit)
}
