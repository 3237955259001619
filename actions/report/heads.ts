import type { Meaning } from '../base/paint.ts'

/** The head of a table for a terminal, and what it means to be in its first column. */
export interface Head {
  cells: readonly string[]
  rows?: Meaning
}

/** Of all tables in reports: by its head a terminal knows a table again. A report may add columns behind. */
export const HEADS = {
  goes: { cells: ['Goes', 'Tags', 'Why', 'Size', 'Requests'], rows: 'warning' },
  stays: { cells: ['Stays', 'Tags', 'Why', 'Size'], rows: 'good' },
  staysCounted: { cells: ['Stays', 'Why'], rows: 'good' },
  plannedTags: { cells: ['Tag', 'Kind', 'Because of'] },
  plannedLegs: { cells: ['Leg', 'Image', 'Platform', 'Repositories'] },
  moves: { cells: ['Tag', 'Before', 'After', 'Outcome'] },
  states: { cells: ['to', 'Digest', 'Date', 'Version', 'Revision', 'Registries', 'Note'] },
  legs: {
    cells: ['Image', 'Registry', 'Platform', 'Digest', 'Compressed', 'Sent', 'Build', 'Push', 'Cache hits'],
  },
} as const satisfies Readonly<Record<string, Head>>

/** Columns are two blanks apart at least. */
export function headOf(line: string): Head | undefined {
  const cells = line.split(/ {2,}/)
  return Object.values(HEADS).find((head: Head) => head.cells.every((cell, column) => cells[column] === cell))
}
