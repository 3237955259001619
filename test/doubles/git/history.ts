import { AUTHOR } from './process.ts'
import type { RepositorySpec } from './repositories.ts'

/** A submodule as a commit records it. */
export interface RecordedSubmodule {
  path: string
  url: string
  commit: string
}

const DAY = 86_400
/** The first commit's time, in seconds; each further one is a day later. */
export const BEGINNING = 1_700_000_000

export const dateOf = (commit: number): number => BEGINNING + commit * DAY

/** What `git fast-import` makes the repository's history of; each commit's mark is its number, counted from one. */
export function historyStream(spec: RepositorySpec, submodules: readonly RecordedSubmodule[]): string {
  const commits = spec.commits ?? 5
  const stream: string[] = []
  for (let index = 0; index < commits; index++) {
    stream.push(
      'commit refs/heads/main',
      `mark :${index + 1}`,
      `committer ${AUTHOR} ${dateOf(index)} +0000`,
      data(`Change ${index + 1} of ${spec.name}`),
      ...(index > 0 ? [`from :${index}`] : []),
    )
    for (const [path, text] of Object.entries(filesOf(spec, index, submodules)))
      stream.push(`M ${path.endsWith('.sh') ? '100755' : '100644'} inline ${path}`, data(text))
    if (index === 0) for (const { path, commit } of submodules) stream.push(`M 160000 ${commit} ${path}`)
    stream.push('')
  }
  for (const [name, index] of Object.entries(spec.tags ?? {}))
    stream.push(`tag ${name}`, `from :${index + 1}`, `tagger ${AUTHOR} ${dateOf(index)} +0000`, data(name))
  return `${stream.join('\n')}\ndone\n`
}

/** Everything in the first commit; then what each one changes. */
function filesOf(
  spec: RepositorySpec,
  index: number,
  submodules: readonly RecordedSubmodule[],
): Record<string, string> {
  const { files = 12, size = 2_000, requirements = [], installScript = false } = spec
  const changed = Array.from({ length: files }, (_, file) => file).filter(
    (file) => index === 0 || file % 5 === index % 5,
  )
  return {
    '__init__.py': `NODE_CLASS_MAPPINGS = {}\nVERSION = ${index + 1}\n`,
    ...Object.fromEntries(
      changed.map((file) => [`nodes/part_${file}.py`, madeUp(`${spec.name} ${file} ${index}`, size)]),
    ),
    ...(index > 0
      ? {}
      : {
          'README.md': `# ${spec.name}\n`,
          'setup.sh': '#!/bin/sh\nexit 0\n',
          '.gitignore': '__pycache__/\n*.log\n',
          ...(requirements.length > 0 ? { 'requirements.txt': `${requirements.join('\n')}\n` } : {}),
          ...(installScript === false
            ? {}
            : { 'install.py': installScript === true ? "print('installed')\n" : installScript }),
          ...(submodules.length > 0 ? { '.gitmodules': submodules.map(section).join('') } : {}),
          ...spec.content,
        }),
  }
}

const section = ({ path, url }: RecordedSubmodule): string =>
  `[submodule "${path}"]\n\tpath = ${path}\n\turl = ${url}\n`

/** Lines that hardly compress, the same for the same seed. */
function madeUp(seed: string, size: number): string {
  const next = numbersFrom(seed)
  let text = ''
  while (text.length < size)
    text += `v_${next().toString(36)} = "${next().toString(36)}${next().toString(36)}"\n`
  return text
}

function numbersFrom(seed: string): () => number {
  let state = 2_166_136_261
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}`
