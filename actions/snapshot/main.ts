import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { messageOf, UserError } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import type { ReadSnapshot } from '../nodes/file/read.ts'
import type { Runner } from '../runner/runner.ts'
import { layCandidate } from './candidate/lay.ts'
import type { Outcome, Task } from './mode.ts'
import { MODES } from './modes.ts'
import { openSnapshot } from './open.ts'
import { snapshotOutputs } from './outputs.ts'
import { located } from './places.ts'
import { servicesOf } from './services.ts'

export async function runSnapshot(runner: Runner): Promise<Outcome> {
  await layCandidate(runner)
  const { inputs, read, lock } = await openSnapshot(runner)
  if (inputs.token !== '') runner.mask(inputs.token)
  const path = (relative: string) => resolve(runner.event.workspace, relative)
  const task: Task = { inputs, runner, services: servicesOf(runner), path }
  const withFile = await MODES.withFile[inputs.mode]?.()
  const outcome =
    withFile && read
      ? await beside(read, () => withFile({ ...task, read, lock }))
      : await (await MODES.others[inputs.mode]!())(task)
  const report = await writeReport(outcome, inputs.report, path)
  for (const [name, value] of Object.entries(snapshotOutputs({ ...outcome.outputs, report })))
    runner.setOutput(name, value)
  await runner.summary([{ markdown: outcome.markdown, importance: 1 }])
  return outcome
}

/** What goes wrong with a node is shown beside its line of the snapshot. */
async function beside<T>(read: ReadSnapshot, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw located(error, read)
  }
}

/** The path of the report for a person; empty where none is wanted. */
async function writeReport(outcome: Outcome, folder: string, path: Task['path']): Promise<string> {
  if (folder === '') return ''
  const report = join(path(folder), 'report.md')
  try {
    await mkdir(path(folder), { recursive: true })
    await writeFile(report, `${outcome.markdown}\n`)
    await writeFile(join(path(folder), 'report.json'), `${JSON.stringify(outcome.document, null, 2)}\n`)
  } catch (cause) {
    throw new UserError(
      'IMG8105',
      `The report can't be written to ${folder}: ${sentence(messageOf(cause))}`,
      {
        hint: 'Set "report" to a folder that may be written.',
        cause,
      },
    )
  }
  return report
}
