import { folded, plain } from '../../actions/base/markdown.ts'
import type { Commit } from './commits.ts'
import { isPrerelease } from './version.ts'

const GROUPS = [
  { title: 'Breaking', belongs: (commit: Commit) => commit.breaking },
  { title: 'New', belongs: (commit: Commit) => commit.type === 'feat' },
  { title: 'Fixed', belongs: (commit: Commit) => commit.type === 'fix' },
  { title: 'Faster', belongs: (commit: Commit) => commit.type === 'perf' },
]
/** In characters: what GitHub takes, less some room. */
const LONGEST = 120_000

export interface Told {
  tag: string
  commit: string
  repository: string
  /** The version's section of the changelog. */
  section: string
  /** `v1.1.0`; undefined for the first release. */
  previous: string | undefined
  /** The newest first. */
  commits: readonly Commit[]
}

/** What stands on the release's page. */
export function notesOf(told: Told): string {
  const parts = [told.section, ...changes(told), usage(told)]
  const whole = parts.join('\n\n')
  return `${whole.length <= LONGEST ? whole : [told.section, usage(told)].join('\n\n').slice(0, LONGEST)}\n`
}

function changes({ previous, commits }: Told): string[] {
  if (previous === undefined) return []
  const groups = GROUPS.map(({ title, belongs }, at) => {
    const earlier = GROUPS.slice(0, at)
    const ours = commits.filter(
      (commit) => belongs(commit) && !earlier.some((group) => group.belongs(commit)),
    )
    return { title, lines: ours.map(lineOf) }
  })
  const others = commits.filter((commit) => !GROUPS.some((group) => group.belongs(commit)))
  const shown = groups.filter(({ lines }) => lines.length > 0)
  return [
    `### Commits since ${previous}`,
    ...shown.map(({ title, lines }) => `**${title}**\n\n${lines.join('\n')}`),
    ...(others.length > 0
      ? [folded(`Documentation, tests and upkeep (${others.length})`, others.map(lineOf).join('\n'))]
      : []),
  ]
}

/** GitHub makes a link of the SHA. Nobody is notified: an at-sign in a message is no mention. */
function lineOf({ sha, scope, subject }: Commit): string {
  const where = scope === '' ? '' : `${plain(scope)}: `
  return `- ${where}${plain(subject).replaceAll('@', '@<!-- -->')} ${sha}`
}

function usage({ tag, commit, repository }: Told): string {
  const pinned = `\`@${commit} # ${tag}\` stays with this release`
  return [
    '### Use it',
    isPrerelease(tag)
      ? `${pinned}, and uses one version throughout. No other tag moves to a prerelease.`
      : `\`@${tag.replace(/\..*/, '')}\` follows this major version; ${pinned}. Either uses one version throughout.`,
    `Where a file of this page comes from: \`gh attestation verify FILE --repo ${repository}\`.`,
  ].join('\n\n')
}
