import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problems } from '../../base/errors.ts'
import { isThere } from '../../base/there.ts'
import { DISABLED, OF_COMFYUI } from '../installation.ts'
import { normalUrl } from '../names.ts'
import type { FileNode } from '../snapshot.ts'
import type { RestoreJob } from './job.ts'
import { judgeRequirements } from './judge-requirements.ts'
import type { Survey } from './survey.ts'
import type { WantedNode } from './wanted.ts'

/** Everything that can be known to fail, together, while nothing is touched. */
export async function judge(
  job: RestoreJob,
  wanted: readonly WantedNode[],
  { extras }: Survey,
): Promise<void> {
  const problems = new Problems()
  for (const node of wanted) judgeNode(problems, node, job.lock)
  judgeNames(problems, wanted)
  judgeScripts(problems, job.installScripts, wanted)
  await judgeRequirements(problems, job)
  for (const file of job.snapshot.files)
    if (!(await canBeThere(file, job)))
      problems.add(
        'IMG8702',
        `Node ${file.filename}: the file is not there, and nothing has it.`,
        'Give the folder that has it as `files`, or take it out of the snapshot.',
      )
  const goesOff = wanted.some(({ disabled }) => disabled) || (job.extras === 'disable' && extras.length > 0)
  if (goesOff && (await isLink(join(job.to.nodes, DISABLED))))
    problems.add(
      'IMG8703',
      `${DISABLED} in ${job.to.nodes} is a symbolic link: what is switched off would leave this folder.`,
      'Put a folder there.',
    )
  if (job.extras === 'fail')
    for (const { path } of extras)
      problems.add(
        'IMG8704',
        `Node ${path}: it is not in the snapshot.`,
        'Add it there, take it away, or set `extras` to disable or remove.',
      )
  problems.throwIfAny()
}

/** What would be taken for another folder, or for ours. */
const NAME = /^(?![.-])(?!.*\.disabled$)[\w.~+-]+$/i

function judgeNode(problems: Problems, { name, source }: WantedNode, lock: RestoreJob['lock']): void {
  if (!NAME.test(name) || name === '__pycache__')
    problems.add(
      'IMG8231',
      `Node ${name}: no folder of a node can have this name.`,
      'Take it out of the snapshot.',
    )
  if (!('url' in source)) {
    const locked = lock?.registry[source.id]
    if (lock && locked?.version !== source.version)
      problems.add('IMG8701', ...otherLock(name, locked?.version))
    return
  }
  if (!/^[0-9a-f]{40}$/.test(source.commit))
    problems.add(
      'IMG8211',
      `Node ${name}: ${source.commit} is no commit.`,
      'Put its commit there with mode pin.',
    )
  if (normalUrl(source.url) !== source.url)
    problems.add(
      'IMG8221',
      `Node ${name}: ${source.url} is no address in its normal form.`,
      'Run mode normalise.',
    )
  const locked = lock?.git[source.url]
  if (lock && locked?.commit !== source.commit) problems.add('IMG8701', ...otherLock(name, locked?.commit))
}

function otherLock(name: string, pin: string | undefined): [string, string] {
  return [
    `Node ${name}: the lock ${pin === undefined ? 'does not have it' : `says ${pin}`}, unlike the snapshot.`,
    'Make a new lock of this snapshot with mode lock.',
  ]
}

function judgeNames(problems: Problems, wanted: readonly WantedNode[]): void {
  const seen = new Set<string>()
  for (const { name } of wanted) {
    if (seen.has(name.toLowerCase()))
      problems.add(
        'IMG8241',
        `Node ${name}: two nodes of the snapshot have this folder.`,
        'Keep one of them.',
      )
    seen.add(name.toLowerCase())
  }
}

function judgeScripts(
  problems: Problems,
  installScripts: RestoreJob['installScripts'],
  wanted: readonly WantedNode[],
): void {
  if (typeof installScripts === 'string') return
  for (const name of installScripts)
    if (!wanted.some((node) => node.name === name))
      problems.add(
        'IMG8705',
        `Node ${name}: its install.py is to run, but it is not in the snapshot.`,
        'Write it as its folder is called, or leave it out of install-scripts.',
      )
}

/** It is there already, or comes with ComfyUI, or out of the folder that has such files. */
async function canBeThere({ filename }: FileNode, { to, files, snapshot }: RestoreJob): Promise<boolean> {
  if (to.core !== undefined && snapshot.comfyui !== null && OF_COMFYUI.has(filename)) return true
  const places = [
    join(to.nodes, filename),
    join(to.nodes, `${filename}.disabled`),
    ...(to.core === undefined ? [] : [join(to.core, 'custom_nodes', filename)]),
    ...(files === undefined ? [] : [join(files, filename)]),
  ]
  for (const place of places) if (await isThere(place)) return true
  return false
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false
}
