import { readdir, readFile, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { UserError } from '../base/errors.ts'
import { isThere } from '../base/there.ts'

export interface Checkout {
  readFile(path: string): Promise<string>
  exists: ((path: string) => Promise<boolean>) | undefined
}

/** What lies in the workspace. A job that only prepares may well do without a checkout; then nothing is looked for. */
export async function openCheckout(workspace: string): Promise<Checkout> {
  const entries = await readdir(workspace).catch(() => [])
  const exists = (path: string) => isThere(join(workspace, path))
  return {
    exists: entries.length > 0 ? exists : undefined,
    readFile: async (path) => readFile(await inside(workspace, path), 'utf8'),
  }
}

/** A link may lead out of the checkout, whatever its path looks like. */
async function inside(workspace: string, path: string): Promise<string> {
  const real = await realpath(join(workspace, path))
  if (relative(await realpath(workspace), real).startsWith('..'))
    throw new UserError('IMG9102', `"${path}" leads out of the checkout.`, {
      hint: 'Name a file of the repository itself.',
    })
  return real
}
