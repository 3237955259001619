import type { History } from './history.ts'
import { type Warning, warning } from './warning.ts'

/** What runs as a program when a node is installed or when ComfyUI starts, before anybody has used the node. */
const PROGRAMS = ['install.py', 'prestartup_script.py']
/** What decides on further code that is brought along. */
const LISTS = /^(?:requirements[\w.-]*\.txt|pyproject\.toml|\.gitmodules)$/

/** What an attacker who has a repository would change, as far as it has changed. `from` undefined: nobody knows what was there. */
export async function scrutinise(
  subject: string,
  history: History,
  { from, to }: { from: string | undefined; to: string },
): Promise<Warning[]> {
  const [before, after] = await Promise.all([
    from === undefined ? new Map<string, string>() : history.filesOf(from),
    history.filesOf(to),
  ])
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort()
  const programs = PROGRAMS.filter((name) => changed.includes(name)).map((name) => {
    const did = !after.has(name) ? 'is gone' : before.has(name) ? 'has changed' : 'is new'
    return warning(
      subject,
      from === undefined ? `has ${name}, and what it was before can't be told` : `${name} ${did}`,
    )
  })
  const lists = await Promise.all(
    changed
      .filter((name) => LISTS.test(name))
      .map(async (name) => {
        const [old, now] = await Promise.all(
          [before.get(name), after.get(name)].map((object) => linesOf(history, object)),
        )
        const lines = changedLines(old ?? [], now ?? [])
        return lines.length === 0
          ? []
          : [warning(subject, `${name} ${before.has(name) ? 'has changed' : 'is new'}`, lines)]
      }),
  )
  return [...programs, ...lists.flat()]
}

async function linesOf(history: History, object: string | undefined): Promise<string[]> {
  return object === undefined ? [] : (await history.textOf(object)).split('\n')
}

/** Those that are in one alone, whatever their order: `-` what was there, then `+` what is. */
export function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [meant(before), meant(after)]
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ]
}

function meant(lines: readonly string[]): Set<string> {
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')))
}
