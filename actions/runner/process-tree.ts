import { readdirSync, readFileSync } from 'node:fs'

/** A process, and when it began: a number alone may be given to another one later. */
interface Process {
  pid: number
  parent: number
  began: string
}

/**
 * A process and all that descends from it, as it stands now. A signal to its group isn't enough: what a build runs in a
 * container has a session of its own, and is nobody's child once podman has ended.
 */
export class ProcessTree {
  readonly #members: Process[]

  constructor(root: number) {
    const all = readdirSync('/proc').flatMap((name) =>
      /^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : [],
    )
    const members = all.filter(({ pid }) => pid === root)
    for (let next = 0; next < members.length; next++)
      members.push(...all.filter(({ parent }) => parent === members[next]?.pid))
    this.#members = members
  }

  /** The youngest first, so that nobody is left to start another. */
  kill(): void {
    for (const { pid, began } of this.#members.toReversed()) {
      if (readProcess(pid)?.began === began) signal(pid, 'SIGKILL')
    }
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime, or it is another user's.
  }
}

function readProcess(pid: number): Process | undefined {
  try {
    // The name comes in parentheses and may hold anything, so the fields are counted from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(fields[1]), began: fields[19] ?? '' }
  } catch {
    return undefined
  }
}
