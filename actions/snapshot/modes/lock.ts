import { InputError } from '../../base/errors.ts'
import { plain } from '../../base/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import { makeLock } from '../../nodes/lock/make.ts'
import { lockText } from '../../nodes/lock/write.ts'
import { installationOf, requireNodes } from '../installation.ts'
import type { FileMode } from '../mode.ts'
import { lockFileOf } from '../open.ts'
import { counted, nodesIn } from '../report/counts.ts'
import { writeDocument } from '../write.ts'

/** What the pins leave open is taken from an installation that is as the snapshot says. */
export const lock: FileMode = async (task) => {
  const file = task.inputs.output || lockFileOf(task.inputs)
  if (file === undefined)
    throw new InputError('IMG8002', 'Input "lock" is "none".', {
      hint: 'Mode lock writes one: name its file.',
    })
  const { restoring, rules } = task.inputs
  const { snapshot } = task.read
  const of = await installationOf(task)
  await requireNodes(of, task)
  const made = await makeLock(
    {
      snapshot,
      of,
      installScripts: restoring.installScripts,
      requirements: restoring.requirements.map(task.path),
      registry: restoring.registry,
      allowHosts: rules.allowHosts,
    },
    task.services,
  )
  const { changed } = await writeDocument(file, lockText(made), task)
  const packages = counted(Object.keys(made.packages).length, 'package')
  const what = changed ? `${file} is written` : `${file} holds all that already`
  return {
    outputs: {
      digest: digestOf(snapshot),
      nodes: String(nodesIn(snapshot)),
      changed: String(changed),
    },
    document: { mode: 'lock', file, changed, lock: made },
    text: `${what}: ${counted(nodesIn(snapshot), 'node')} and ${packages} of ${task.read.file}.\n`,
    markdown: `## ${plain(what)}\n\n${counted(nodesIn(snapshot), 'node')} and ${packages} of ${plain(task.read.file)}.`,
  }
}
