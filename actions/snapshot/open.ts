import { readFile } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { InputError, InputProblems, isUserError, userErrorsOf } from '../base/errors.ts'
import { inOrder } from '../base/written/places.ts'
import { digestOf } from '../nodes/file/canonical.ts'
import { type Examined, examineSnapshot, type ReadSnapshot } from '../nodes/file/read.ts'
import type { Lock } from '../nodes/lock/lock.ts'
import { readLock } from '../nodes/lock/read.ts'
import { type Judged, type Rules, validate } from '../nodes/validate/validate.ts'
import type { Runner } from '../runner/runner.ts'
import { NONE, parseInputs, readMode, readRules, type SnapshotInputs, snapshotFile } from './inputs.ts'
import { MODES, type ModeName } from './modes.ts'

export interface Opened {
  inputs: SnapshotInputs
  /** Undefined for modes that don't begin with the file. */
  read: ReadSnapshot | undefined
  lock: Lock | undefined
}

/** A lock that fits no more is what these are for, or nothing to them. */
const WITHOUT_LOCK: ReadonlySet<ModeName> = new Set(['normalise', 'pin', 'lock', 'update', 'pull-request'])

/** Others work on what has been judged before. */
const TELLS_DOUBTS: ReadonlySet<ModeName> = new Set(['validate', 'pin', 'restore', 'update'])

/** Inputs, snapshot and lock: all that is wrong with any of them is told at once, before anything is touched. */
export async function openSnapshot(runner: Runner): Promise<Opened> {
  const problems = new InputProblems()
  const { inputs: reader, log } = runner
  const inputs = problems.try(() => parseInputs(reader))
  const mode = inputs?.mode ?? quietly(() => readMode(reader))
  const rules = inputs?.rules ?? quietly(() => readRules(reader))
  const { workspace } = runner.event
  const wanted = mode !== undefined && mode in MODES.withFile
  const examined = wanted
    ? await problems.tryAsync(() => examineFile(snapshotFile(reader), workspace))
    : undefined
  const read = examined?.error ? undefined : examined?.read
  if (examined) {
    const { errors, warnings } = judged(examined, mode && rules && rulesOf(mode, rules))
    if (read && mode !== undefined && TELLS_DOUBTS.has(mode))
      for (const { message, hint, place } of warnings) log.warn(`${message} ${hint}`, place)
    problems.list.push(...errors)
  }
  const lockFile = inputs && lockFileOf(inputs)
  const withLock = inputs && read && lockFile && !WITHOUT_LOCK.has(inputs.mode)
  const lock = withLock
    ? await problems.tryAsync(() => openLock(lockFile, read, inputs.lock !== '', workspace))
    : undefined
  problems.throwIfAny()
  return { inputs: inputs!, read, lock }
}

/** By its form and by what it says, from the first line to the last. */
function judged({ read, error }: Examined, rules: Rules | undefined): Judged {
  const ofForm = isUserError(error) ? userErrorsOf(error) : []
  if (!read || !rules) return { errors: [...ofForm], warnings: [] }
  // What could not be read would be counted as lacking.
  const { errors, warnings } = validate(read, error ? { ...rules, expectedNodes: 0 } : rules)
  const all = [...ofForm, ...errors]
  return { errors: all.toSorted((a, b) => (a.place && b.place ? inOrder(a.place, b.place) : 0)), warnings }
}

/** Pin is there for branches; a lock that was made of one would belong to no snapshot that can be restored. */
function rulesOf(mode: ModeName, rules: Rules): Rules {
  const allowBranches = mode === 'pin' || (mode !== 'lock' && rules.allowBranches)
  return { ...rules, allowBranches }
}

/** Where that is wrong itself, it has been told. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isUserError(error)) return undefined
    throw error
  }
}

/** Throws every fault of its form. */
export async function openFile(file: string, workspace: string): Promise<ReadSnapshot> {
  const { read, error } = await examineFile(file, workspace)
  if (error) throw error
  return read!
}

async function examineFile(file: string, workspace: string): Promise<Examined> {
  if (file === '')
    throw new InputError('IMG8101', 'Input "snapshot" is empty.', { hint: 'Write the path of a file.' })
  const text = await readFile(resolve(workspace, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new InputError('IMG8101', `The snapshot "${file}" can't be read.`, {
      hint:
        cause.code === 'ENOENT'
          ? 'Check the path, and that the repository is checked out before this step; mode save makes one of what is installed.'
          : `Name a file that may be read: the system says ${cause.code}.`,
      cause,
    })
  })
  return examineSnapshot(text, shown(file, workspace))
}

/** As annotations want it: relative to the checkout, where it lies in there. */
export function shown(file: string, workspace: string): string {
  const way = relative(workspace, resolve(workspace, file))
  return way.startsWith('..') || isAbsolute(way) ? file : way
}

/** Where the lock is looked for, and where mode lock writes it; undefined: it shall not be used. */
export function lockFileOf({
  lock,
  snapshot,
}: Pick<SnapshotInputs, 'lock' | 'snapshot'>): string | undefined {
  if (lock === NONE) return undefined
  return lock === '' ? `${snapshot.replace(/\.(json|ya?ml)$/i, '')}.lock.json` : lock
}

async function openLock(
  file: string,
  read: ReadSnapshot,
  isNamed: boolean,
  workspace: string,
): Promise<Lock | undefined> {
  const text = await readFile(resolve(workspace, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' && !isNamed) return undefined
    throw new InputError('IMG8103', `The lock "${file}" can't be read.`, {
      hint: 'Run mode lock to write it, or set "lock" to none to do without.',
      cause,
    })
  })
  if (text === undefined) return undefined
  const lock = readLock(text, shown(file, workspace))
  if (lock.snapshot === digestOf(read.snapshot)) return lock
  throw new InputError('IMG8104', `The lock "${file}" belongs to another snapshot than "${read.file}".`, {
    hint: 'Restore this snapshot with "lock" set to none, and run mode lock there; or remove the lock.',
    place: { file: shown(file, workspace), line: 1, column: 1 },
  })
}

export type { Rules }
