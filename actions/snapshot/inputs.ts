import { InputError, InputProblems } from '../base/errors.ts'
import { type InputReader, readBoolean, readChoice, readInteger, readLines } from '../base/inputs.ts'
import type { Rules } from '../nodes/validate/validate.ts'
import { MODE_NAMES, type ModeName } from './modes.ts'

/** Paths as they were written; empty: the usual one. */
export interface SnapshotInputs {
  mode: ModeName
  snapshot: string
  lock: string
  installation: { nodes: string; comfyui: string; python: string }
  image: string
  rules: Rules
  restoring: RestoringInputs
  from: string
  to: string
  output: string
  report: string
  updating: UpdatingInputs
  token: string
}

export interface RestoringInputs {
  engine: 'native' | 'comfy-cli'
  cache: string
  jobs: number
  extras: 'disable' | 'remove' | 'keep' | 'fail'
  files: string
  installScripts: 'never' | 'all' | readonly string[]
  requirements: readonly string[]
  registry: string
}

export interface UpdatingInputs {
  /** One for all, or lines node=policy. */
  policy: readonly string[]
  minAgeDays: number
  include: readonly string[]
  exclude: readonly string[]
  archiveDir: string
  retain: number
  candidate: string
  branch: string
  labels: readonly string[]
}

/** Stands for a file or a folder that shall not be looked for. */
export const NONE = 'none'

/** All that is wrong is told at once, whatever the mode needs of it. */
export function parseInputs(reader: InputReader): SnapshotInputs {
  const problems = new InputProblems()
  const text = textOf(reader)
  const mode = problems.try(() => readMode(reader))
  const rules = problems.try(() => readRules(reader))
  const restoring = problems.try(() => readRestoring(reader))
  const updating = problems.try(() => readUpdating(reader))
  const image = text('image')
  if (image !== '' && mode !== undefined && mode !== 'verify')
    problems.add(
      'IMG8002',
      'Input "image" is given.',
      `Leave it out, or set "mode" to verify: ${mode} works on folders.`,
    )
  const places = {
    snapshot: snapshotFile(reader),
    lock: text('lock'),
    installation: { nodes: text('nodes'), comfyui: text('comfyui'), python: text('python') },
    image,
    from: text('from'),
    to: text('to'),
    output: text('output'),
    report: text('report'),
  }
  const token = text('github-token')
  problems.throwIfAny()
  return { mode: mode!, ...places, rules: rules!, restoring: restoring!, updating: updating!, token }
}

function textOf(reader: InputReader): (name: string) => string {
  return (name) => reader.text(name).trim()
}

/** Read by itself: what is wrong in that file is told beside what is wrong with other inputs. */
export function snapshotFile(reader: InputReader): string {
  return textOf(reader)('snapshot')
}

export function readMode(reader: InputReader): ModeName {
  return readChoice(reader, 'mode', MODE_NAMES)
}

export function readRules(reader: InputReader): Rules {
  const problems = new InputProblems()
  const allowBranches = problems.try(() => readBoolean(reader, 'allow-branches')) ?? false
  const expectedNodes = problems.try(() => readInteger(reader, 'expected-nodes', { min: 0, max: 100_000 }))
  problems.throwIfAny()
  return {
    allowBranches,
    allowHosts: readLines(reader, 'allow-hosts'),
    allowOwners: readLines(reader, 'allow-owners'),
    expectedNodes: expectedNodes!,
  }
}

function readRestoring(reader: InputReader): RestoringInputs {
  const problems = new InputProblems()
  const text = textOf(reader)
  const engine = problems.try(() => readChoice(reader, 'engine', ['native', 'comfy-cli']))
  const jobs = problems.try(() => readInteger(reader, 'jobs', { min: 1, max: 64 }))
  const extras = problems.try(() => readChoice(reader, 'extras', ['disable', 'remove', 'keep', 'fail']))
  const registry = problems.try(() => readAddress(reader, 'registry'))
  problems.throwIfAny()
  return {
    engine: engine!,
    cache: text('cache'),
    jobs: jobs!,
    extras: extras!,
    files: text('files'),
    installScripts: readInstallScripts(reader),
    requirements: readLines(reader, 'requirements'),
    registry: registry!,
  }
}

function readInstallScripts(reader: InputReader): RestoringInputs['installScripts'] {
  const lines = readLines(reader, 'install-scripts')
  const [first = 'never', ...more] = lines
  return more.length === 0 && (first === 'never' || first === 'all') ? first : lines
}

/** Anything but https is refused, save on loopback, where nobody listens in. */
function readAddress(reader: InputReader, name: string): string {
  const text = textOf(reader)(name)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe =
    url?.protocol === 'https:' || /^http:\/\/(127(\.\d+){3}|localhost|\[::1\])([:/]|$)/.test(text)
  if (url && isSafe && url.username === '' && url.password === '') return text.replace(/\/+$/, '')
  throw new InputError('IMG8003', `Input "${name}" is no address that begins with https://.`, {
    hint: 'Write it without a login, as in https://api.comfy.org.',
  })
}

function readUpdating(reader: InputReader): UpdatingInputs {
  const problems = new InputProblems()
  const text = textOf(reader)
  const minAgeDays = problems.try(() => readInteger(reader, 'min-age-days', { min: 0, max: 3650 }))
  const retain = problems.try(() => readInteger(reader, 'retain', { min: 1, max: 1000 }))
  problems.throwIfAny()
  return {
    policy: readLines(reader, 'policy'),
    minAgeDays: minAgeDays!,
    include: readLines(reader, 'include'),
    exclude: readLines(reader, 'exclude'),
    archiveDir: text('archive-dir'),
    retain: retain!,
    candidate: text('candidate'),
    branch: text('branch'),
    labels: readLines(reader, 'labels'),
  }
}
