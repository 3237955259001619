import { InputError, InputProblems } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import { isThere } from '../base/there.ts'
import { type ReadSnapshot, readSnapshot } from '../nodes/file/read.ts'
import type { Task } from './mode.ts'
import { openFile } from './open.ts'

/** The two that diff compares; all that is wrong with either is told at once. */
export async function openStates(task: Task): Promise<[ReadSnapshot, ReadSnapshot]> {
  const { from, to, snapshot } = task.inputs
  const problems = new InputProblems()
  const before = await problems.tryAsync(() => openState(from || `HEAD:./${snapshot}`, task))
  const after = await problems.tryAsync(() => openState(to || snapshot, task))
  problems.throwIfAny()
  return [before!, after!]
}

/** A file, or `REF:path`: what a commit has there. */
async function openState(name: string, task: Task): Promise<ReadSnapshot> {
  const { workspace } = task.runner.event
  if ((await isThere(task.path(name))) || !name.includes(':')) return openFile(name, workspace)
  return readSnapshot(await committed(name, task), name)
}

/** The bytes of the commit: no filter and no setting of the checkout has a hand in it. */
async function committed(name: string, { services, runner }: Task): Promise<string> {
  if (name.startsWith('-'))
    throw new InputError('IMG8102', `"${name}" is neither a file nor REF:path.`, {
      hint: 'Name a snapshot, or what git has of it, as in main:production-snapshot.json.',
    })
  const { exitCode, stdout, stderr } = await services.run('git', ['cat-file', 'blob', name], {
    cwd: runner.event.workspace,
    anyExit: true,
  })
  if (exitCode === 0) return stdout
  throw new InputError(
    'IMG8102',
    `git has no "${name}" here: ${sentence(stderr.trim().split('\n').at(-1) ?? '')}`,
    {
      hint: 'Check the path; in a job, actions/checkout brings earlier commits along with fetch-depth: 0.',
    },
  )
}
