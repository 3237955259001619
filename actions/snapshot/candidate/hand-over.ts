import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { InputError } from '../../base/errors.ts'
import type { Task } from '../mode.ts'
import { writeDocument } from '../write.ts'
import { type Candidate, candidateText, isCandidatePath, leaveCandidate } from './candidate.ts'

export type Change = Omit<Candidate, 'schema' | 'revision' | 'files'> & {
  /** As the user named them; null: the file goes. */
  files: ReadonlyMap<string, string | null>
}

/** Writes the files here, and in a job leaves them for its other jobs: the reference of the candidate. */
export async function handOver({ files, ...told }: Change, task: Task): Promise<string> {
  const { runner, inputs, path } = task
  const isJob = runner.environment.GITHUB_ACTIONS === 'true'
  const { workspace, sha: revision } = runner.event
  const listed = [...files].map(([file, content]) => ({
    path: relative(workspace, path(file)).split(sep).join('/'),
    content,
  }))
  const foreign = listed.find((each) => !isCandidatePath(each.path))
  if (foreign && isJob)
    throw new InputError('IMG8811', `"${foreign.path}" can't be part of an update.`, {
      hint: 'An update holds files of the checkout that end with .json, outside of .git and .github.',
    })
  for (const [file, content] of files) {
    if (content === null) await rm(path(file), { force: true })
    else await writeDocument(file, content, task)
  }
  if (foreign || !/^[0-9a-f]{40}$/.test(revision)) return ''
  const text = candidateText({ schema: 1, revision, ...told, files: listed })
  if (inputs.report !== '') await keep(join(path(inputs.report), 'candidate.json'), text)
  return isJob ? leaveCandidate(text, runner) : ''
}

async function keep(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
