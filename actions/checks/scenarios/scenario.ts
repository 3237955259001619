import type { CheckPath } from '../check.ts'
import type { Exit, LogChecks, RunChecks } from '../file/running.ts'
import type { OneShot, Row } from '../file/scenarios.ts'
import type { CheckFile } from '../file/schema.ts'
import type { ImageConfig } from '../image/config.ts'
import { STREAMS } from '../running/output.ts'
import type { Start } from '../running/start-options.ts'
import type { About, Asked } from '../running/subject.ts'

/** A container that must end by itself. */
export interface Ending {
  start: Start
  /** Whether it needs the services. */
  services: boolean
  path: CheckPath
  title: string
  exit: Exit
  /** In milliseconds. */
  within: number
  output: LogChecks
}

/** One that stays, and is asked. */
export interface Staying {
  start: Start
  /** Whether it needs the services. */
  services: boolean
  about: About
}

export type Scenario = Ending | Staying

const WITHIN = 10_000

/** Every container of the image that the check file wants, in its order. */
export function scenariosOf(checks: CheckFile, config: ImageConfig): Scenario[] {
  const { run, cases = [], matrix = [] } = checks
  return [
    ...(run ? [applicationOf(run, config)] : []),
    ...cases.map((each, index) => caseOf(each, ['cases', index], run)),
    ...matrix.map((row, index) =>
      row.exit === undefined ? stayingRow(row, index, run, config) : endingRow(row, row.exit, index, run),
    ),
  ]
}

function applicationOf(run: RunChecks, config: ImageConfig): Staying {
  return {
    start: run,
    services: true,
    about: { asked: run, config, title: (name) => name, path: (...keys) => ['run', ...keys] },
  }
}

function caseOf(each: OneShot, path: CheckPath, run: RunChecks | undefined): Ending {
  const { name, services, exit, within } = each
  return {
    start: { ...each, env: { ...run?.env, ...each.env } },
    services,
    path,
    title: name,
    exit,
    within,
    output: each,
  }
}

function endingRow(row: Row, exit: Exit, index: number, run: RunChecks | undefined): Ending {
  return {
    start: startOf(row, run),
    services: row.services,
    path: ['matrix', index],
    title: row.name,
    exit,
    within: row.within ?? WITHIN,
    output: row,
  }
}

function stayingRow(row: Row, index: number, run: RunChecks | undefined, config: ImageConfig): Staying {
  // What a row prints may be asked for as in a case.
  const own = STREAMS.some((stream) => row[stream] !== undefined) ? { logs: row } : {}
  const asked = { ...pick(run), ...own, ...pick(row) }
  const path = (key?: keyof Asked | string | number, ...more: CheckPath): CheckPath => {
    if (key === undefined || (pick(row) as Record<string, unknown>)[key] !== undefined)
      return ['matrix', index, ...(key === undefined ? [] : [key, ...more])]
    return ['matrix', index, ...(key === 'logs' && 'logs' in own ? more : [])]
  }
  const about = { asked, config, title: (name: string) => `${row.name}: ${name}`, path }
  return { start: startOf(row, run), services: row.services, about }
}

const ASKED = ['ready', 'process', 'http', 'exec', 'logs', 'stop'] as const

function pick(from: Partial<Asked> | undefined): Asked {
  return Object.fromEntries(ASKED.flatMap((key) => (from?.[key] === undefined ? [] : [[key, from[key]]])))
}

const STARTED = ['user', 'entrypoint', 'cmd', 'read-only', 'tmpfs'] as const

/** A row is started as run is, save what it says itself. */
function startOf(row: Row, run: RunChecks | undefined): Start {
  const own = STARTED.flatMap((key) => {
    const value = row[key] ?? run?.[key]
    return value === undefined ? [] : [[key, value]]
  })
  return { ...Object.fromEntries(own), env: { ...run?.env, ...row.env } }
}
