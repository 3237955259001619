import { isNewer, isVersion } from './version.ts'

const UNRELEASED = 'Unreleased'
const DUTIES = '### What you must do'
const NOTHING = 'Nothing.'

interface Section {
  title: string
  body: string
}

interface Changelog {
  /** What stands above the first version. */
  head: string
  sections: Section[]
}

function parse(text: string): Changelog {
  const [head = '', ...rest] = text.split(/^## /m)
  const sections = rest.map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title: title.trim(), body: lines.join('\n').trim() }
  })
  return { head: head.trim(), sections }
}

function write({ head, sections }: Changelog): string {
  const parts = sections.map(({ title, body }) => `## ${title}\n\n${body}`.trim())
  return `${[head, ...parts].join('\n\n')}\n`
}

/** What a version, or `Unreleased`, says; undefined where there is no such heading. */
export function sectionOf(text: string, title: string = UNRELEASED): string | undefined {
  return parse(text).sections.find((section) => section.title === title)?.body
}

/** As a release commit has it: what was unreleased is this version. */
export function releaseAs(text: string, version: string): string {
  const { head, sections } = parse(text)
  const renamed = sections.map((each) => (each.title === UNRELEASED ? { ...each, title: version } : each))
  return write({ head, sections: renamed })
}

/** Why what is unreleased can't become a release. `before`: what the last release's commit says of that release. */
export function faultsOf(text: string, breaking: boolean, before = ''): string[] {
  const body = sectionOf(text) ?? ''
  const entries = entriesOf(body)
  if (entries.length === 0)
    return ['CHANGELOG.md has nothing under "Unreleased". Write there what changes for users.']
  const faults: string[] = []
  const duties = entriesOf(body.split(DUTIES)[1]?.split(/^###? /m)[0] ?? '')
  if (duties.length === 0)
    faults.push(`CHANGELOG.md lacks "${DUTIES}" under "Unreleased". Add it; "${NOTHING}" is an answer.`)
  else if (breaking && duties.every((entry) => entry === NOTHING))
    faults.push(
      `A commit since the last release is breaking, and "${DUTIES}" says "${NOTHING}" Write what a user has to change.`,
    )
  const old = entriesOf(before).filter((entry) => entry !== NOTHING)
  if (entries.some((entry) => old.includes(entry)))
    faults.push(
      'CHANGELOG.md still has entries of the last release under "Unreleased". Bring it up to date with npm run release -- changelog, and merge that first; if that release was never published, delete its tag.',
    )
  return faults
}

/** As main has it after a release: the release's section in its place, and no longer what it says under "Unreleased". */
export function afterRelease(text: string, version: string, body: string): string {
  const { head, sections } = parse(text)
  const [unreleased, ...others] = sections[0]?.title === UNRELEASED ? sections : [undefined, ...sections]
  const older = others.filter((each): each is Section => each !== undefined && each.title !== version)
  const at = older.findIndex(({ title }) => isVersion(title) && isNewer(version, title))
  const place = at < 0 ? older.length : at
  return write({
    head,
    sections: [
      { title: UNRELEASED, body: without(unreleased?.body ?? '', entriesOf(body)) },
      ...older.slice(0, place),
      { title: version, body },
      ...older.slice(place),
    ],
  })
}

/** Headings, paragraphs and entries of lists. */
function blocksOf(body: string): string[] {
  return body
    .split(/\n(?=- |#)|\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
}

function entriesOf(body: string): string[] {
  return blocksOf(body).filter((block) => !block.startsWith('#'))
}

/** Headings with nothing left beneath them go too, but the one that every version has. */
function without(body: string, entries: readonly string[]): string {
  const left = blocksOf(body).filter((block) => !entries.includes(block))
  const kept = left.filter((block, at) => !block.startsWith('#') || !(left[at + 1] ?? '#').startsWith('#'))
  const duties = kept.includes(DUTIES) ? [] : [DUTIES, NOTHING]
  if (kept.length === 0) return ''
  return [...duties, ...kept]
    .map((block, at, all) =>
      block.startsWith('- ') && all[at - 1]?.startsWith('- ') ? `\n${block}` : `\n\n${block}`,
    )
    .join('')
    .trim()
}
