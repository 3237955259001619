import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { UserError } from '../base/errors.ts'
import { isThere } from '../base/there.ts'

/** A context and its Containerfile. */
export interface Source {
  context: string
  /** Empty, where it is asked for: Containerfile, else Dockerfile, in the context. */
  file: string
}

/** Both as real paths. Links are followed first: a link out of the checkout is outside. */
export async function locateSource(asked: Source, workspace: string): Promise<Source> {
  const root = await realpath(workspace)
  const context = await inside(root, resolve(root, asked.context), `The context "${asked.context}"`)
  if (asked.file !== '')
    return { context, file: await inside(root, resolve(root, asked.file), `The file "${asked.file}"`) }
  for (const name of ['Containerfile', 'Dockerfile']) {
    const path = join(context, name)
    if (await isThere(path)) return { context, file: await inside(root, path, `The file "${name}"`) }
  }
  throw new UserError('IMG9101', `There is no Containerfile and no Dockerfile in "${asked.context}".`, {
    hint: 'Check out the repository before this step, or set "context" or "file".',
  })
}

async function inside(root: string, path: string, what: string): Promise<string> {
  const real = await realpath(path).catch(() => {
    throw new UserError('IMG9101', `${what} does not exist.`, {
      hint: 'Check out the repository before this step; paths are relative to its root.',
    })
  })
  const way = relative(root, real)
  if (way.startsWith('..') || isAbsolute(way)) {
    throw new UserError('IMG9102', `${what} lies outside the checkout.`, {
      hint: 'Only what is in the repository can be built.',
    })
  }
  return real
}
