import { type Finding, ok, problem } from './finding.ts'

/** As many users as an image may have. */
const ENOUGH = 65_536

export interface Person {
  name: string
  id: number
}

/** Without root, the users of an image are a range of this user's own: lines `name:first:count` in /etc/subuid and /etc/subgid. */
export function judgeRanges(person: Person, files: { subuid: string; subgid: string }): Finding {
  const short = Object.entries(files)
    .filter(([, text]) => rangeOf(person, text) < ENOUGH)
    .map(([name]) => `/etc/${name}`)
  const what = 'users of images'
  if (short.length === 0) return ok(what, `${rangeOf(person, files.subuid)} for ${person.name}`)
  return problem(
    what,
    `fewer than ${ENOUGH} for ${person.name} in ${short.join(' and ')}`,
    `Run "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${person.name}", then "podman system migrate".`,
  )
}

function rangeOf({ name, id }: Person, text: string): number {
  const own = text
    .split('\n')
    .map((line) => line.trim().split(':'))
    .filter(([who]) => who === name || who === String(id))
  return own.reduce((sum, [, , count]) => sum + (Number(count) || 0), 0)
}
