import { mkdir, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../../base/errors.ts'
import type { Runner } from '../../runner/runner.ts'
import { type Candidate, fetchCandidate } from './candidate.ts'

/** Where the input "candidate" is given, its files take the place of those of the checkout. */
export async function layCandidate(runner: Runner): Promise<void> {
  const [mode, reference = ''] = ['mode', 'candidate'].map((name) => runner.inputs.text(name).trim())
  if (reference === '' || mode === 'pull-request') return
  const { files, title } = await fetchCandidate(reference, runner)
  await layFiles(files, runner.event.workspace)
  runner.log.info(`${title}: ${files.length} files laid over the checkout.`)
}

async function layFiles(files: Candidate['files'], workspace: string): Promise<void> {
  const inside = await realpath(workspace)
  for (const { path, content } of files) {
    const file = join(workspace, path)
    if (relative(inside, await existing(dirname(file))).startsWith('..')) throw outside(path)
    // What lies there may be a link to anywhere.
    await rm(file, { force: true })
    if (content === null) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content, { flag: 'wx' })
  }
}

/** The folder, or the nearest one above that is there, as it really is called. */
async function existing(folder: string): Promise<string> {
  return realpath(folder).catch(() => existing(dirname(folder)))
}

function outside(path: string): UserError {
  return new UserError('IMG8811', `"${path}" leads out of the checkout.`, {
    hint: 'Put a folder in place of the link above it, which leads somewhere else.',
  })
}
