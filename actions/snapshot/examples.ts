/** What they do, and what stands behind the program's name. */
export const SNAPSHOT_EXAMPLES: readonly (readonly [string, string])[] = [
  ['Look for mistakes in production-snapshot.json:', 'validate --expected-nodes 13'],
  ['Bring custom_nodes to what it says, and look whether that went well:', 'restore --nodes custom_nodes'],
  ['Does a finished image hold what the snapshot says?', 'verify --image app --nodes /app/custom_nodes'],
  ['What has changed since the last commit:', 'diff'],
]
