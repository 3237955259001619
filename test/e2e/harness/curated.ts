import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalText, digestOf } from '../../../actions/nodes/file/canonical.ts'
import type { GitNode, Snapshot } from '../../../actions/nodes/snapshot.ts'
import { makeWorkspace } from '../../doubles/comfyui/workspace.ts'
import { FOURTEEN, makeRepositories, type Repositories } from '../../doubles/git/repositories.ts'
import { command } from './command.ts'
import type { ExampleOptions } from './examples.ts'
import { checkout } from './programs.ts'

const LOCAL = 'localhost/image-actions/'
const REQUIREMENTS = join(checkout, 'test/images/comfy-cli/requirements.txt')
/** One that the image has, so that no index is asked. */
const PACKAGE = 'packaging'

/** Repositories that stand for the fourteen curated nodes, and a snapshot that pins each behind its newest commit. */
export interface Curated {
  readonly folder: string
  readonly repositories: Repositories
  readonly snapshot: Snapshot
  readonly digest: string
  /** In the place of the example's own. */
  readonly files: Record<string, string>
  /** How the complete image is built of them, without a network. */
  readonly options: Required<Pick<ExampleOptions, 'buildArgs' | 'buildContexts'>>
  /** Settings by which uv asks no index, so that it tells at once what is not there. */
  readonly noIndex: string
  /** The snapshot with one node in another way. */
  changed(name: string, change: (node: GitNode) => Partial<GitNode>): string
  /** Takes what was committed since into the cache that builds see. */
  refresh(): void
  close(): void
}

export async function openCurated(): Promise<Curated> {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-curated-'))
  chmodSync(folder, 0o755)
  const specs = FOURTEEN.map((spec) => ({
    ...spec,
    requirements: spec.requirements?.map(() => PACKAGE) ?? [],
  }))
  const repositories = await makeRepositories(folder, specs)
  const refresh = () => cpSync(repositories.srv, join(folder, 'cache/github.com'), { recursive: true })
  refresh()
  const noIndex = join(folder, 'uv.toml')
  writeFileSync(noIndex, 'offline = true\nno-index = true\n')
  const comfyui = await makeCore(join(folder, 'core'))
  const snapshot: Snapshot = {
    comfyui,
    git: repositories.list.map(({ url, commits }) => ({
      url,
      commit: commits.at(-4) ?? '',
      disabled: false,
    })),
    registry: [],
    files: [],
    packages: [{ requirement: versionIn(readFileSync(REQUIREMENTS, 'utf8')), address: '' }],
  }
  return {
    folder,
    repositories,
    snapshot,
    digest: digestOf(snapshot),
    files: {
      'production-snapshot.json': canonicalText(snapshot),
      'extra-requirements.txt': `${PACKAGE}\n`,
    },
    options: {
      buildArgs: {
        PYTHON: `${LOCAL}python`,
        CUDA: `${LOCAL}comfy-cli`,
        NODE: `${LOCAL}node`,
        TORCH: '',
        COMFY_CLI: '',
        COMFY_MANAGER: '',
      },
      buildContexts: {
        comfyui: join(folder, 'core'),
        'snapshot-tool': join(checkout, 'dist/snapshot'),
        'git-cache': join(folder, 'cache'),
      },
    },
    noIndex,
    changed(name, change) {
      const git = snapshot.git.map((node) =>
        node.url.endsWith(`/${name}`) ? { ...node, ...change(node) } : node,
      )
      return canonicalText({ ...snapshot, git })
    },
    refresh,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A checkout that comfy-cli takes for ComfyUI's, whose main.py is the example's stand-in. */
async function makeCore(core: string): Promise<string> {
  await makeWorkspace(core)
  cpSync(join(checkout, 'examples/comfyui/stand-in'), core, { recursive: true })
  const git = async (...args: string[]) => (await command('git', args, { cwd: core })).stdout.trim()
  await git('add', '--all', '--force', '.')
  const date = '2026-01-01T00:00:00Z'
  const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  const author = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com']
  await command('git', [...author, 'commit', '--quiet', '--message', 'Stand in'], { cwd: core, env })
  return git('rev-parse', 'HEAD')
}

function versionIn(requirements: string): string {
  const [line] = requirements.match(new RegExp(`^${PACKAGE}==[^ ]+`, 'm')) ?? []
  if (line === undefined) throw new Error(`${REQUIREMENTS} does not name ${PACKAGE}`)
  return line
}
