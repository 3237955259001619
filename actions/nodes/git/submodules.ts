import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { UserError } from '../../base/errors.ts'
import { printable } from '../../base/printable.ts'
import { hostOf, normalUrl } from '../names.ts'
import type { CommitFiles } from '../prove/commit.ts'
import { type BytePath, shown } from '../prove/paths.ts'
import type { Pinned } from './fetch.ts'
import type { Git } from './git.ts'

/** A repository that a commit has inside of it. */
export interface Submodule extends Pinned {
  path: BytePath
}

export interface Submodules {
  list: Submodule[]
  /** The commit names them, but no address: git leaves their folders empty, too. */
  withoutAddress: BytePath[]
}

/** Only the commit says where they are and at which commit; .gitmodules has but the addresses, and nothing else of it counts. */
export async function submodulesOf(
  git: Git,
  gitDir: string,
  parent: Pinned,
  { files }: CommitFiles,
  allowHosts: readonly string[],
): Promise<Submodules> {
  const recorded = [...files].filter(([, { kind }]) => kind === 'submodule')
  const found: Submodules = { list: [], withoutAddress: [] }
  if (recorded.length === 0) return found
  const blob = files.get('.gitmodules')?.hash
  const addresses = blob === undefined ? new Map<BytePath, string>() : await addressesIn(git, gitDir, blob)
  for (const [path, { hash: commit }] of recorded) {
    const written = addresses.get(path)
    if (written === undefined) found.withoutAddress.push(path)
    else found.list.push({ path, commit, url: judgedUrl(written, parent.url, path, allowHosts) })
  }
  return found
}

async function addressesIn(git: Git, gitDir: string, blob: string): Promise<Map<BytePath, string>> {
  let written = ''
  const read = async (stdout: Readable) => {
    written = (await buffer(stdout)).toString('latin1')
  }
  const args = ['config', `--blob=${blob}`, '--no-includes', '--null', '--list']
  const { exitCode } = await git.run(args, { gitDir, read, anyExit: true })
  if (exitCode !== 0)
    throw new UserError('IMG8404', 'Its .gitmodules can’t be read.', { hint: 'Tell the node’s author.' })
  const paths = new Map<string, string>()
  const urls = new Map<string, string>()
  for (const setting of written.split('\0')) {
    const [, name = '', key, value = ''] = /^submodule\.(.*)\.(path|url)\n(.*)$/s.exec(setting) ?? []
    if (key === 'path') paths.set(name, value)
    if (key === 'url') urls.set(name, value)
  }
  return new Map(
    [...paths].flatMap(([name, path]): [BytePath, string][] => {
      const url = urls.get(name)
      return url === undefined ? [] : [[path.replace(/\/+$/, ''), url]]
    }),
  )
}

/** Absolute, or from the parent's own address on. */
function judgedUrl(written: string, parent: string, path: BytePath, allowHosts: readonly string[]): string {
  const absolute = /^\.\.?\//.test(written) ? URL.parse(written, `${parent}/`)?.href : written
  const url = absolute === undefined ? undefined : normalUrl(absolute)
  const where = `Its submodule ${shown(path)}`
  if (url === undefined)
    throw new UserError(
      'IMG8404',
      `${where} has the address ${JSON.stringify(printable(written))}, which is none of https.`,
      {
        hint: 'A repository is fetched by https and in no other way: tell the node’s author.',
      },
    )
  if (allowHosts.length > 0 && !allowHosts.includes(hostOf(url)))
    throw new UserError('IMG8224', `${where} is at ${url}, and nothing may come from ${hostOf(url)}.`, {
      hint: 'Add that host to `allow-hosts`, if you trust it.',
    })
  return url
}
