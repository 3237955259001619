import type { Command } from './command.ts'
import { CLEANUP, ROLLBACK, SNAPSHOT, VERIFY } from './image-commands.ts'
import { COMPLETION, DOCTOR } from './machine-commands.ts'
import { BUILD, MERGE, PLAN, RUN } from './publishing-commands.ts'

/** In the order of their use. */
export const COMMANDS: readonly Command[] = [
  RUN,
  PLAN,
  BUILD,
  MERGE,
  VERIFY,
  SNAPSHOT,
  CLEANUP,
  ROLLBACK,
  DOCTOR,
  COMPLETION,
]

export function findCommand(name: string | undefined): Command | undefined {
  return COMMANDS.find((command) => command.name === name)
}

/** As a sentence lists them. */
export function commandNames(): string {
  const names = COMMANDS.map(({ name }) => name)
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
