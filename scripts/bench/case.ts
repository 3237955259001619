import type { Cost } from './measure.ts'

/** Something that is measured, and how far it may go. Smaller is better, always. */
export interface Figure {
  what: string
  value: number
  /** How far single rounds lie apart, where it is one of medians. */
  range?: readonly [number, number]
  unit: '×' | 's' | 'MB' | 'requests' | 'points' | 'tags' | 'nodes'
  aim: number
  /** The bench fails above. */
  bound: number
}

export interface Outcome {
  figures: Figure[]
  /** What a reader must know to believe the figures. */
  notes: string[]
  /** Every single run, in the order of running. */
  samples: Record<string, readonly Cost[]>
}

export interface Bench {
  /** For everything that a case writes; removed when it ends, whatever happened. */
  folder: string
  short: boolean
  /** Real repositories, where the user has some. */
  repos: string | undefined
  /** How often each contestant runs: as the user says, else `usual`, or less where it shall be short. */
  runs(usual: number): number
  say(text: string): void
  /** Called when the case ends, the last one first. */
  finally(close: () => unknown): void
}

export type BenchCase = (bench: Bench) => Promise<Outcome>
