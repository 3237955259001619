import type { Finding } from '../check.ts'
import type { ProcessCheck } from '../file/running.ts'
import { findingOf, shortLine, textFaults } from '../text.ts'
import type { ContainerProcess } from './processes.ts'

/** One thing that is asked of processes. */
export interface Aspect {
  key: keyof ProcessCheck
  name: string
  /** Process 1 comes first. */
  finding: (processes: readonly ContainerProcess[]) => Finding | undefined
}

type Tell = (one: ContainerProcess) => string

const DROP = 'Write USER with these ids, or let the entrypoint drop its rights: exec setpriv … "$@".'
const HINTS = {
  uid: DROP,
  gid: DROP,
  groups: 'Name them where the rights are dropped: setpriv --groups or --clear-groups.',
  'no-new-privileges': 'It is set by setpriv --no-new-privs, and inherited by all that it starts.',
  command: 'Write CMD as a list, and end an entrypoint script with exec "$@": else a shell is process 1.',
} as const

/** A process is as asked when it is told in the same words. */
export function aspectsOf(asked: ProcessCheck): Aspect[] {
  const { uid, gid, groups, command, every } = asked
  const unprivileged = asked['no-new-privileges']
  return [
    ...given(uid, (id) => same('uid', spokenIds('uid', [id]), ({ uids }) => spokenIds('uid', uids), every)),
    ...given(gid, (id) => same('gid', spokenIds('gid', [id]), ({ gids }) => spokenIds('gid', gids), every)),
    ...given(groups, (ids) =>
      same('groups', spokenGroups(ids, []), (one) => spokenGroups(one.groups, one.gids, ids), every),
    ),
    ...given(unprivileged, (is) =>
      same('no-new-privileges', spokenPrivileges(is), (one) => spokenPrivileges(one.noNewPrivileges), every),
    ),
    ...given(
      command,
      (text): Aspect => ({
        key: 'command',
        name: 'the command line of process 1',
        finding: ([first]) =>
          findingOf(textFaults('the command line', first?.command ?? '', text), { hint: HINTS.command }),
      }),
    ),
  ]
}

function given<T>(asked: T | undefined, aspect: (asked: T) => Aspect): Aspect[] {
  return asked === undefined ? [] : [aspect(asked)]
}

function same(
  key: Exclude<keyof typeof HINTS, 'command'>,
  wanted: string,
  tell: Tell,
  every: boolean,
): Aspect {
  const name = `${every ? 'every process' : 'process 1'} has ${wanted}`
  const finding = (processes: readonly ContainerProcess[]) =>
    findingOf(
      (every ? processes : processes.slice(0, 1)).flatMap((one, index) =>
        tell(one) === wanted
          ? []
          : [{ expected: name, actual: `${spokenProcess(one, index)} has ${tell(one)}` }],
      ),
      { hint: HINTS[key] },
    )
  return { key, name, finding }
}

function spokenProcess({ command }: ContainerProcess, index: number): string {
  return `${index === 0 ? 'process 1' : 'a process'} (${shortLine(command, 80)})`
}

/** Mostly the four are one; a program that can change back to another one is told from that. */
function spokenIds(what: string, ids: readonly number[]): string {
  const different = [...new Set(ids)]
  return different.length === 1
    ? `${what} ${different[0]}`
    : `the ${what}s ${ids.join(', ')} (real, effective, saved, of the file system)`
}

/** The kernel may list the group of the process among them, which says nothing more, unless it is asked for. */
function spokenGroups(
  groups: readonly number[],
  own: readonly number[],
  asked: readonly number[] = [],
): string {
  const more = groups.filter((id) => asked.includes(id) || !own.includes(id))
  const listed = [...new Set(more)].toSorted((a, b) => a - b).join(', ')
  return listed === '' ? 'no supplementary groups' : `the supplementary groups ${listed}`
}

function spokenPrivileges(unprivileged: boolean): string {
  return `no_new_privs ${unprivileged ? 'set' : 'not set'}`
}
