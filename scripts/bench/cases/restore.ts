import { lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalText } from '../../../actions/nodes/file/canonical.ts'
import { folderNameOf } from '../../../actions/nodes/names.ts'
import type { GitNode } from '../../../actions/nodes/snapshot.ts'
import { comfyEnvironment } from '../../../test/doubles/comfyui/comfy.ts'
import { makeWorkspace } from '../../../test/doubles/comfyui/workspace.ts'
import { git } from '../../../test/doubles/git/process.ts'
import { dist } from '../action.ts'
import type { BenchCase, Figure } from '../case.ts'
import { type Command, type Cost, interleaved, median, ratio, timed, timedSequence } from '../measure.ts'
import { nodeRepositories } from '../nodes.ts'

/** What a contestant left: how many nodes are at their commit, and how much of git lies beside them. */
interface Left {
  right: number
  bytes: number
}

/** Fourteen nodes, each pinned three commits before the newest; packages are left alone. */
export const run: BenchCase = async (bench) => {
  const { nodes, environment } = await nodeRepositories(bench)
  const file = join(bench.folder, 'snapshot.json')
  await writeFile(file, canonicalText({ comfyui: null, git: nodes, registry: [], files: [], packages: [] }))
  const left: Record<string, Left[]> = {}
  const again: Cost[] = []
  const each = (restore: (core: string, folder: string) => Promise<Cost>) => async (round: string) => {
    const { core, nodes: folder } = await makeWorkspace(join(bench.folder, round))
    const cost = await restore(core, folder)
    const name = round.slice(0, round.lastIndexOf('-'))
    left[name] = [...(left[name] ?? []), await measure(folder, nodes)]
    await rm(core, { recursive: true })
    return cost
  }
  const samples = await interleaved(bench.runs(5), {
    native: each(async (_core, folder) => {
      const options = ['--snapshot', file, '--nodes', folder, '--comfyui', 'none', '--python', 'none']
      const command: Command = [process.execPath, join(dist, 'snapshot/cli.js'), 'restore', ...options]
      const { cost } = await timed(command, { env: environment })
      again.push((await timed(command, { env: environment })).cost)
      return cost
    }),
    'comfy-cli': each(async (core) => {
      const home = join(bench.folder, 'home')
      await mkdir(home, { recursive: true })
      const options = ['--skip-prompt', '--no-enable-telemetry', '--workspace', core]
      const command: Command = ['comfy', ...options, 'node', 'restore-snapshot', file]
      return (await timed(command, { cwd: core, env: comfyEnvironment(home, environment) })).cost
    }),
    'git clone': each((_core, folder) => {
      const clone = ({ url }: GitNode): Command => ['git', 'clone', '--quiet', '--recursive', url]
      return timedSequence(nodes.map(clone), { cwd: folder, env: environment })
    }),
  })
  const bytes = (name: string) => median(left[name]!.map((each) => each.bytes))
  const figures: Figure[] = [
    {
      what: 'time, against comfy-cli',
      ...ratio(samples.native, samples['comfy-cli'], 'wall'),
      aim: 0.15,
      bound: 0.2,
    },
    {
      what: 'time, against full clones one after another',
      ...ratio(samples.native, samples['git clone'], 'wall'),
      aim: 0.5,
      bound: 0.6,
    },
    {
      what: 'a second restore, which has nothing to do',
      value: median(again.map(({ wall }) => wall)),
      aim: 0.6,
      bound: 1,
      unit: 's' as const,
    },
    {
      what: '.git data, against full clones',
      value: bytes('native') / bytes('git clone'),
      aim: 0.3,
      bound: 0.35,
    },
    {
      what: 'nodes that are not at their commit',
      value: nodes.length - Math.min(...left.native!.map(({ right }) => right)),
      aim: 0,
      bound: 0,
      unit: 'nodes' as const,
    },
  ].map((figure) => ({ unit: '×' as const, ...figure }))
  const sizes = Object.keys(left).map((name) => `${name} ${(bytes(name) / 1e6).toFixed(1)} MB`)
  const commits = Object.entries(left).map(
    ([name, all]) => `${name} ${Math.min(...all.map(({ right }) => right))}`,
  )
  return {
    figures,
    notes: [
      `${nodes.length} repositories over file://; \`--repos DIR\` takes real ones. No packages are installed by anybody.`,
      `Nodes at their commit: ${commits.join(', ')}, of ${nodes.length}. .git: ${sizes.join(', ')}.`,
      'git clone takes each branch as it is now; whoever wants the pinned commit has a checkout to do besides.',
    ],
    samples: { ...samples, 'native, a second time': again },
  }
}

async function measure(folder: string, nodes: readonly GitNode[]): Promise<Left> {
  const found = await Promise.all(
    nodes.map(async (node) => {
      const place = await placeOf(folder, folderNameOf(node))
      return {
        right: (await git(place, ['rev-parse', 'HEAD'])) === node.commit,
        bytes: await gitBytes(place),
      }
    }),
  )
  return {
    right: found.filter(({ right }) => right).length,
    bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** comfy-cli gives some folders another spelling. */
async function placeOf(folder: string, name: string): Promise<string> {
  const found = (await readdir(folder)).find((entry) => entry.toLowerCase() === name.toLowerCase())
  if (found === undefined) throw new Error(`There is no ${name} in ${folder}.`)
  return join(folder, found)
}

/** Of everything that is called .git, or lies in what is called so. */
async function gitBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && `${entry.parentPath}/`.includes('/.git/'))
  const sizes = await Promise.all(
    files.map(async (each) => (await lstat(join(each.parentPath, each.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
