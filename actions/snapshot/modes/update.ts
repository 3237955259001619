import { join } from 'node:path'
import { InputError, UserErrors } from '../../base/errors.ts'
import { isThere } from '../../base/there.ts'
import { diffSnapshots } from '../../nodes/diff/diff.ts'
import { canonicalText, digestOf, normalise } from '../../nodes/file/canonical.ts'
import { archived, fromArchive, readArchive } from '../../nodes/update/archive.ts'
import { newOwners } from '../../nodes/update/owners.ts'
import { readPolicies } from '../../nodes/update/policy.ts'
import { nameOf } from '../../nodes/update/subject.ts'
import { type Update, updateSnapshot } from '../../nodes/update/update.ts'
import { warning } from '../../nodes/update/warning.ts'
import { validate } from '../../nodes/validate/validate.ts'
import { fitSummary } from '../../report/fit.ts'
import { openGithub } from '../../runner/github-api.ts'
import { handOver } from '../candidate/hand-over.ts'
import type { FileMode, FileTask } from '../mode.ts'
import { lockFileOf } from '../open.ts'
import { nodesIn } from '../report/counts.ts'
import { titleOf, updateSections } from '../report/update.ts'
import { outputFile } from '../write.ts'

interface Next extends Update {
  title: string
}

/** The newest state of every node, or an archived snapshot; written here, and handed on as a candidate. */
export const update: FileMode = async (task) => {
  const file = outputFile(task)
  const from = normalise(task.read.snapshot)
  const next = task.inputs.to === '' ? await newest(task) : await earlier(task)
  const to = normalise(next.snapshot)
  const changed = digestOf(to) !== digestOf(from)
  const files = new Map<string, string | null>(changed ? [[file, canonicalText(to)]] : [])
  const warnings = [...next.warnings]
  if (changed) {
    for (const [path, text] of await archive(task, [from, to])) files.set(path, text)
    const lock = await staleLock(task)
    if (lock !== undefined) {
      files.set(lock, null)
      warnings.push(
        warning(lock, 'fits no more, and is removed. Mode lock makes a new one where this is restored'),
      )
    }
  }
  for (const { subject, text } of warnings) task.runner.log.warn(`${subject}: ${text}.`)
  const sections = updateSections({ ...next, from, to, warnings })
  const handed = {
    title: next.title,
    sections,
    from: digestOf(from),
    to: digestOf(to),
    complete: next.complete,
  }
  const candidate = await handOver({ ...handed, files }, task)
  const diff = diffSnapshots(from, to)
  return {
    outputs: { digest: digestOf(to), nodes: String(nodesIn(to)), changed: String(changed), candidate },
    document: {
      mode: 'update',
      file,
      changed,
      digest: digestOf(to),
      complete: next.complete,
      warnings,
      diff,
      looked: toldOf(next),
    },
    text: [
      `${next.title}.`,
      ...warnings.map(({ subject, text }) => `  ${subject}: ${text}.`),
      `${digestOf(to)}\n`,
    ].join('\n'),
    markdown: fitSummary(sections),
  }
}

async function newest(task: FileTask): Promise<Next> {
  const { inputs, services, runner } = task
  const { updating, restoring } = inputs
  const { event, clock, signal, log } = runner
  const github = openGithub(event.apiUrl, { token: inputs.token, clock, signal, log }, 'contents: read')
  try {
    const found = await updateSnapshot(
      {
        snapshot: normalise(task.read.snapshot),
        policies: readPolicies(updating.policy),
        choice: { include: updating.include, exclude: updating.exclude },
        minAgeDays: updating.minAgeDays,
        cache: restoring.cache === '' ? undefined : task.path(restoring.cache),
        jobs: restoring.jobs,
        registry: restoring.registry,
        github: { host: new URL(event.serverUrl).host, get: (path) => github.get(path) },
      },
      services,
    )
    return { ...found, title: titleOf(found.looked) }
  } finally {
    github.close()
  }
}

/** Back to what was kept; by today's rules. */
async function earlier(task: FileTask): Promise<Next> {
  const { to, updating, rules } = task.inputs
  if (updating.archiveDir === '')
    throw new InputError('IMG8002', 'Input "to" is given without "archive-dir".', {
      hint: 'Name the folder that keeps earlier snapshots.',
    })
  const read = await fromArchive(task.path(updating.archiveDir), to)
  const { errors } = validate(read, rules)
  if (errors.length > 0) throw new UserErrors(errors)
  const snapshot = normalise(read.snapshot)
  const title = `Go back to the custom nodes of ${digestOf(snapshot).replace(':', '-').slice(0, 19)}`
  const warnings = newOwners(normalise(task.read.snapshot), snapshot)
  return { snapshot, looked: [], warnings, commits: new Map(), complete: true, title }
}

async function archive(
  task: FileTask,
  snapshots: Parameters<typeof archived>[1],
): Promise<[string, string | null][]> {
  const { archiveDir, retain } = task.inputs.updating
  if (archiveDir === '') return []
  const present = await readArchive(task.path(archiveDir))
  const files = archived(present, snapshots, { retain, now: task.services.clock.now() })
  return [...files].map(([name, text]) => [join(archiveDir, name), text])
}

/** A lock tells of an installation of the snapshot before. */
async function staleLock({ inputs, path }: FileTask): Promise<string | undefined> {
  const file = lockFileOf(inputs)
  return file !== undefined && (await isThere(path(file))) ? file : undefined
}

function toldOf({ looked }: Update) {
  return looked.map(({ subject, outcome, to, why, commits }) => {
    return { name: nameOf(subject), outcome, from: subject.pin, to, why, commits }
  })
}
