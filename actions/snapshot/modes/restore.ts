import { plain, table } from '../../base/markdown.ts'
import { printable } from '../../base/printable.ts'
import { formatDuration } from '../../base/units.ts'
import { type Official, restoreWithComfyCli } from '../../nodes/comfy-cli/restore.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import { type RestoreJob, type RestoreReport, restore } from '../../nodes/restore/restore.ts'
import type { Snapshot } from '../../nodes/snapshot.ts'
import { installationOf } from '../installation.ts'
import { CORE, isCoreLeft, leftCore } from '../left-core.ts'
import type { FileMode, FileTask } from '../mode.ts'
import { pinned } from '../pinned.ts'
import { counted, nodesIn } from '../report/counts.ts'
import { nodeTable } from '../report/nodes.ts'
import { officialMarkdown, officialText } from '../report/official.ts'

/** What was restored, and what the official tool got wrong before, where it was asked for. */
type Report = RestoreReport & { official?: Official }

export const restoreNodes: FileMode = async (task) => {
  const { clock } = task.services
  const began = clock.now()
  const job = await jobOf(task)
  const engine = task.inputs.restoring.engine === 'comfy-cli' ? restoreWithComfyCli : restore
  const report: Report = await engine(job, task.services)
  const { official } = report
  const restored = report.nodes.map(({ name }) => name)
  if (isCoreLeft(restored, task))
    task.services.log.warn(`The snapshot pins ComfyUI, which was not looked at: ${leftCore(task)}.`)
  const head = headline(job.snapshot, report, clock.now() - began)
  return {
    outputs: {
      digest: digestOf(job.snapshot),
      nodes: String(nodesIn(job.snapshot)),
      changed: String(isChanged(report)),
      ...(official ? { mismatches: JSON.stringify(official.wrong) } : {}),
    },
    document: { mode: 'restore', file: task.read.file, digest: digestOf(job.snapshot), ...report },
    text: `${official ? officialText(official) : ''}${extrasText(report, task)}${head}.\n`,
    markdown: markdownOf(job.snapshot, report, head),
  }
}

async function jobOf(task: FileTask): Promise<RestoreJob> {
  const { restoring, rules } = task.inputs
  const { snapshot } = await pinned(task.read.snapshot, task)
  return {
    snapshot,
    ...(task.lock ? { lock: task.lock } : {}),
    to: await installationOf(task),
    ...(restoring.cache === '' ? {} : { cache: task.path(restoring.cache) }),
    jobs: restoring.jobs,
    extras: restoring.extras,
    ...(restoring.files === '' ? {} : { files: task.path(restoring.files) }),
    installScripts: restoring.installScripts,
    requirements: restoring.requirements.map(task.path),
    registry: restoring.registry,
    allowHosts: rules.allowHosts,
  }
}

function isChanged({ nodes, extras, packages }: RestoreReport): boolean {
  return nodes.some(({ outcome }) => outcome !== 'unchanged') || extras.length > 0 || packages === 'installed'
}

function headline(snapshot: Snapshot, { nodes, packages }: RestoreReport, took: number): string {
  const fresh = nodes.filter(({ outcome }) => outcome !== 'unchanged').length
  const what = fresh === 0 ? 'all of them as they were' : `${fresh} of them changed`
  const core = nodes.some(({ name }) => name === CORE) ? `${CORE} and ` : ''
  return `${core}${counted(nodesIn(snapshot), 'node')} in place, ${what}; packages ${packages}; ${formatDuration(took)}`
}

const BECAME = {
  disable: 'moved to .disabled',
  remove: 'removed',
  keep: 'left as it is',
  fail: 'left as it is',
} as const

function extrasText({ extras }: RestoreReport, { inputs }: FileTask): string {
  return extras
    .map((name) => `${printable(name)} is not in the snapshot: ${BECAME[inputs.restoring.extras]}.\n`)
    .join('')
}

function markdownOf(snapshot: Snapshot, report: Report, head: string): string {
  const outcomes = new Map(report.nodes.map(({ name, outcome }) => [name, outcome]))
  const steps = report.steps.map(({ name, milliseconds, what }) => [
    plain(name),
    plain(what),
    formatDuration(milliseconds),
  ])
  return [
    `## ${plain(head)}`,
    nodeTable(snapshot, { head: 'Outcome', of: (name) => outcomes.get(name) ?? '' }),
    report.extras.length === 0 ? '' : `Not in the snapshot: ${report.extras.map(plain).join(', ')}`,
    report.official ? officialMarkdown(report.official) : '',
    steps.length === 0 ? '' : table(['Step', 'What', 'Time'], steps),
  ]
    .filter(Boolean)
    .join('\n\n')
}
