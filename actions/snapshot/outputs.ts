const NAMES = ['digest', 'nodes', 'changed', 'report', 'mismatches', 'candidate', 'pull-request'] as const

export type OutputName = (typeof NAMES)[number]

/** The values of the action's outputs, by name: each is set, whatever the mode. */
export function snapshotOutputs(values: Partial<Record<OutputName, string>>): Record<OutputName, string> {
  return Object.fromEntries(NAMES.map((name) => [name, values[name] ?? ''])) as Record<OutputName, string>
}
