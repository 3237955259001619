import type { ModeName } from './modes.ts'

/** What each mode does, in a line. */
const MODE_MEANINGS: Readonly<Record<ModeName, string>> = {
  validate: 'looks for mistakes in the file',
  normalise: 'writes it in its one canonical form',
  save: 'writes what is installed into it',
  pin: 'puts commits in the place of branches and tags',
  diff: 'tells what differs between two snapshots',
  restore: 'brings an installation to what it says',
  verify: 'proves that an installation or an image is as it says',
  lock: 'writes down what its pins leave open',
  update: 'moves it to the newest commits',
  'pull-request': 'proposes an update',
}

/** They are told alike by every help. */
export function modesText(): string {
  return Object.entries(MODE_MEANINGS)
    .map(([mode, meaning]) => `  ${mode.padEnd(14)}${meaning}\n`)
    .join('')
}

/** What they do, and what stands behind the program's name. */
export const SNAPSHOT_EXAMPLES: readonly (readonly [string, string])[] = [
  ['Look for mistakes in production-snapshot.json:', 'validate --expected-nodes 13'],
  ['Bring custom_nodes to what it says, and look whether that went well:', 'restore --nodes custom_nodes'],
  ['Does a finished image hold what the snapshot says?', 'verify --image app --nodes /app/custom_nodes'],
  ['What has changed since the last commit:', 'diff'],
]
