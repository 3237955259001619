import { execFileSync } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type Git, openGit } from '../../../actions/nodes/git/git.ts'
import { proveFiles } from '../../../actions/nodes/prove/files.ts'
import type { Proof } from '../../../actions/nodes/prove/proof.ts'
import { makeRepositories, type Repositories } from '../../doubles/git/repositories.ts'
import { testServices } from './services.ts'

const LINES = 'one\ntwo\n'
const SPECS = [
  { owner: 'ann', name: 'Inner', content: { 'inner.py': 'inner = 1\n' } },
  {
    owner: 'ann',
    name: 'Outer',
    submodules: [{ path: 'deps/inner', owner: 'ann', name: 'Inner' }],
    content: {
      '.gitattributes': '*.bat text eol=crlf\n*.txt text\n*.id ident\n*.evil filter=evil\n',
      'run.bat': LINES,
      'plain.dat': LINES,
      'version.id': '$Id$\n',
      'some.evil': 'raw\n',
      'sub/.gitignore': '/made/\n*.py[cod]\n',
      'sub/kept.py': 'x = 1\n',
    },
  },
]

/** A clone with a submodule, and copies of it that may be spoilt. */
export interface Clones {
  repositories: Repositories
  git: Git
  /** As git made it; nobody changes it. */
  origin: string
  /** Each process that was started. */
  started: string[]
  copy(): Promise<string>
  /** git as the user of that folder calls it, with all that its configuration says. */
  userGit(cwd: string, ...args: string[]): string
  /** Counted from the newest. */
  commitOf(name: string, back?: number): string
  prove(folder: string, options?: { generated?: boolean; commit?: string }): Promise<Proof>
  remove(): Promise<void>
}

export async function makeClones(): Promise<Clones> {
  const world = await testServices()
  const repositories = await makeRepositories(join(world.folder, 'repositories'), SPECS)
  const origin = join(world.folder, 'origin')
  const git = openGit(world.services)
  const userGit = (cwd: string, ...args: string[]) => {
    const env = { ...process.env, ...repositories.environment }
    return execFileSync('git', args, {
      cwd,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  }
  userGit(world.folder, 'clone', '--quiet', '--recursive', repositories.get('ann/Outer').url, origin)
  const commitOf = (name: string, back = 1) => repositories.get(name).commits.at(-back) ?? ''
  let copies = 0
  return {
    ...{ repositories, git, origin, userGit, commitOf, started: world.started, remove: world.remove },
    copy: async () => {
      const folder = join(world.folder, `copy-${++copies}`)
      await cp(origin, folder, { recursive: true, verbatimSymlinks: true })
      return folder
    },
    prove: (folder, { generated = false, commit = commitOf('ann/Outer') } = {}) =>
      proveFiles(folder, commit, git, { generated }),
  }
}

/** Each difference in a few words. */
export function inWords({ differences }: Proof): string[] {
  return differences.map(({ what, path }) => `${what} ${path}`.trim()).sort()
}
