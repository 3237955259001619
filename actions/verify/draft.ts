import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError, messageOf } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import { isThere } from '../base/there.ts'
import { readFacts } from '../checks/contents/read-facts.ts'
import { draftCheckFile } from '../checks/draft/draft.ts'
import { secretsOf } from '../registry/access.ts'
import type { Runner } from '../runner/runner.ts'
import { openImage } from './image.ts'
import { parseInputs } from './inputs.ts'

export interface Draft {
  document: { file: string; draft: string }
  text: string
}

/** By this name it is shown, and no file written. */
const SHOWN = '-'

/** A check file that the image passes as it is; what is there already stays. */
export async function draft(runner: Runner): Promise<Draft> {
  const inputs = parseInputs(runner.inputs, runner.event)
  for (const secret of secretsOf(inputs.access)) runner.mask(secret)
  const { file } = inputs.checkFile
  const path = resolve(runner.event.workspace, file)
  if (file !== SHOWN) await requireAbsent(file, path)
  const { image, engine } = await openImage(runner, inputs)
  const text = draftCheckFile(await readFacts(image, engine))
  const document = { file, draft: text }
  if (file === SHOWN) return { document, text }
  await write(file, path, text)
  return {
    document,
    text: `${file} is written. Read it, add what matters, and run: npx image-actions verify ${inputs.image}\n`,
  }
}

async function requireAbsent(file: string, path: string): Promise<void> {
  if (await isThere(path)) throw alreadyThere(file)
}

async function write(file: string, path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') throw alreadyThere(file)
    throw new InputError(
      'IMG7003',
      `The check file "${file}" can't be written: ${sentence(messageOf(cause))}`,
      {
        hint: 'Name another path with --file, or write --file - to see the draft.',
        cause,
      },
    )
  })
}

function alreadyThere(file: string): InputError {
  return new InputError('IMG7002', `The check file "${file}" is there already.`, {
    hint: 'Name another one with --file, or write --file - to see what would be drafted.',
  })
}
