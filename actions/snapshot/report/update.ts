import { block, code, folded, plain, table } from '../../base/markdown.ts'
import type { SummarySection } from '../../base/summary.ts'
import type { Commit } from '../../nodes/diff/diff.ts'
import { diffSnapshots } from '../../nodes/diff/diff.ts'
import { diffMarkdown } from '../../nodes/diff/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import { shortPin } from '../../nodes/names.ts'
import type { Snapshot } from '../../nodes/snapshot.ts'
import type { Looked } from '../../nodes/update/looked.ts'
import { nameOf } from '../../nodes/update/subject.ts'
import type { Warning } from '../../nodes/update/warning.ts'
import { counted } from './counts.ts'

/** What an update came to. */
export interface Told {
  title: string
  from: Snapshot
  to: Snapshot
  looked: readonly Looked[]
  warnings: readonly Warning[]
  commits: ReadonlyMap<string, readonly Commit[]>
}

/** More of a file than that is read in the file. */
const MOST_LINES = 40
const LONGEST_LINE = 200

export function titleOf(looked: readonly Looked[]): string {
  const moved = looked.filter(({ outcome }) => outcome === 'moves')
  const core = moved.some(({ subject }) => subject.kind === 'core')
  const nodes = moved.length - (core ? 1 : 0)
  const what = [...(core ? ['ComfyUI'] : []), ...(nodes > 0 ? [counted(nodes, 'custom node')] : [])]
  return what.length === 0 ? 'No newer custom nodes' : `Update ${what.join(' and ')}`
}

/** What is to be looked at comes first, and is cut last. */
export function updateSections(told: Told): SummarySection[] {
  const { from, to, title, warnings, looked, commits } = told
  const diff = diffSnapshots(from, to)
  return [
    { markdown: `## ${plain(title)}\n\n${code(digestOf(to))}`, importance: 1 },
    ...(warnings.length === 0 ? [] : [{ markdown: warningList(warnings), importance: 2 }]),
    { markdown: diffMarkdown(diff), importance: 3 },
    ...commitLists(looked, commits).map((markdown) => ({ markdown, importance: 5 })),
    ...(looked.length === 0
      ? []
      : [{ markdown: folded('Everything that was looked at', lookedTable(looked)), importance: 4 }]),
  ]
}

function warningList(warnings: readonly Warning[]): string {
  const items = warnings.map(({ subject, text, lines }) => {
    const shown = lines.slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE))
    if (lines.length > MOST_LINES) shown.push(`… and ${lines.length - MOST_LINES} more`)
    return `**${plain(subject)}** ${plain(text)}.${shown.length === 0 ? '' : `\n\n${block('diff', shown.join('\n'))}`}`
  })
  return `### Look at this first\n\n${items.join('\n\n')}`
}

function commitLists(looked: readonly Looked[], commits: Told['commits']): string[] {
  return looked.flatMap(({ subject }) => {
    const list = 'url' in subject ? (commits.get(subject.url) ?? []) : []
    if (list.length === 0) return []
    // As code, as nobody shall be called by a name that stands in a stranger's commit.
    const lines = list.map(
      ({ hash, subject: text }) => `- ${code(shortPin(hash))} ${code(text.slice(0, LONGEST_LINE))}`,
    )
    return [folded(`${nameOf(subject)}: ${counted(list.length, 'commit')}`, lines.join('\n'))]
  })
}

function lookedTable(looked: readonly Looked[]): string {
  return table(
    ['What', 'Was', 'Is now', 'Why'],
    looked.map(({ subject, to, outcome, why }) => [
      plain(nameOf(subject)),
      code(shortPin(subject.pin)),
      outcome === 'moves' ? code(shortPin(to)) : plain(outcome),
      plain(why.slice(0, LONGEST_LINE)),
    ]),
  )
}
