import type { Place } from './errors.ts'

/** What rooms say while they work; the runner prints it in GitHub's way, the command line in its own. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  /** `place`: what it is about, in a file of the user's. */
  warn(message: string, place?: Place): void
  group<T>(title: string, body: () => Promise<T>): Promise<T>
}

export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  group: (_title, body) => body(),
}
