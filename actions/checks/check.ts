import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Engine } from '../engine/engine.ts'
import type { Results } from './results.ts'

/** Where in the check file something is asked for: its keys and positions. */
export type CheckPath = readonly (string | number)[]

/** What was found instead of what was asked for. */
export interface Finding {
  expected: string
  actual: string
  hint?: string
  /** The last lines of the container's output, where they explain it. */
  log?: readonly string[]
}

export interface CheckResult {
  /** As a person would call it: `GET /health answers 200`. */
  name: string
  path: CheckPath
  /** unchecked: what it stands on failed, and that is told there. */
  status: 'passed' | 'failed' | 'unchecked'
  /** Of what failed. */
  finding?: Finding
  /** Of what is unchecked. */
  reason?: string
  milliseconds: number
}

/** What every part of a verification works with. */
export interface CheckServices {
  engine: Engine
  results: Results
  log: Log
  clock: Clock
  /** Aborted when the run is cancelled. */
  signal: AbortSignal
  /** Ours alone, for what podman reads and writes. */
  folder: string
  /** `image-actions.verify=…`: by which this verification's containers are found again. */
  label: string
}
