import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { canonicalText } from '../../actions/nodes/file/canonical.ts'
import { type CommandResult, command } from './harness/command.ts'
import { type Curated, openCurated } from './harness/curated.ts'
import type { Edits } from './harness/example-files.ts'
import { type Example, type ExampleOptions, openExample, runTool } from './harness/examples.ts'

jest.setTimeout(240_000)

const NODES = '/app/ComfyUI/custom_nodes'
const OF_IMAGE = [
  '--snapshot=/app/production-snapshot.json',
  `--nodes=${NODES}`,
  '--requirements=/app/extra-requirements.txt',
]
const RESTORE = 'restore "$@" --engine'
/** Each path with its mode and the hash of its content, and the time of what git has; what it keeps for itself is left out. */
const TREE = `python3 - <<'END'
import hashlib, os
for folder, folders, files in os.walk("${NODES}"):
    if ".git" in folders: folders.remove(".git")
    folders.sort()
    for name in sorted(files):
        path = os.path.join(folder, name)
        at = os.lstat(path)
        made = name.endswith(".pyc") or folder == "${NODES}"
        content = os.readlink(path).encode() if os.path.islink(path) else open(path, "rb").read()
        print(path, oct(at.st_mode), 0 if made else at.st_mtime, hashlib.sha256(content).hexdigest())
END`

/** What must not become an image, and what is said of it. */
const WRONG: { name: string; says: RegExp; edits: (curated: Curated) => Edits | Promise<Edits> }[] = [
  {
    name: 'a file of it was changed',
    says: /ComfyUI-KJNodes[^\n]*__init__\.py/,
    edits: () => ({
      Containerfile: [
        [
          ' && /run/node /run/snapshot.js verify "$@"',
          ' && for node in custom_nodes/*KJ*; do echo >>"$node/__init__.py"; done \\\n && /run/node /run/snapshot.js verify "$@"',
        ],
      ],
    }),
  },
  {
    name: 'it is pinned to a branch, which moves',
    says: /rgthree-comfy.*main/s,
    edits: ({ changed }) => ({
      'production-snapshot.json': changed('rgthree-comfy', () => ({ commit: 'main' })),
    }),
  },
  {
    name: 'its repository can not be reached',
    says: /Node ComfyUI-Nowhere/,
    edits: ({ changed }) => ({
      'production-snapshot.json': changed('ComfyUI-TeaCache', () => ({
        url: 'https://github.com/nobody/ComfyUI-Nowhere',
      })),
    }),
  },
  {
    name: 'a requirement of it can not be had',
    says: /Node ComfyUI-RMBG: no-such-package==1\.0/,
    async edits({ changed, repositories, refresh }) {
      const lines = 'no-such-package==1.0\n'
      const commit = await repositories.commit('1038lab/ComfyUI-RMBG', { 'requirements.txt': lines })
      refresh()
      return { 'production-snapshot.json': changed('ComfyUI-RMBG', () => ({ commit })) }
    },
  },
]

let curated: Curated
let attempts: Promise<{ exitCode: number; output: string }[]>
const examples: Example[] = []

beforeAll(async () => {
  curated = await openCurated()
  // What comes before the nodes, from the distribution's packages; from here on no build has a network.
  await (await copy()).build({ target: 'core-gpu' })
  // Beside everything else, as one of them tries again and again to reach what is not there.
  attempts = Promise.all(WRONG.map(async ({ edits }) => tryToBuild(await edits(curated))))
})

afterAll(async () => {
  await attempts
  for (const example of examples) await example.close()
  curated.close()
})

describe('the complete image', () => {
  let image: string
  let example: Example

  beforeAll(async () => {
    example = await copy()
    image = await build(example)
  })

  test('holds what the snapshot says, also for who only looks at it', async () => {
    expect(await mismatchesOf(image, example)).toBe('')
  })

  test('gains nothing by a second restore', async () => {
    const script = `(${TREE}
      ) >/tmp/before
      /run/node /run/tool/cli.js restore ${OF_IMAGE.join(' ')}
      (${TREE}
      ) >/tmp/after
      diff /tmp/before /tmp/after && echo the same`
    expect((await inside(image, script)).stdout).toMatch(/the same\n?$/)
  })

  test('has the same nodes, byte for byte, in two builds from one lock', async () => {
    const folder = join(curated.folder, 'lock')
    mkdirSync(folder)
    const lockIt = `/run/node /run/tool/cli.js lock ${OF_IMAGE.join(' ')} --output=/lock/production-snapshot.lock.json`
    await inside(image, lockIt, ['--volume', `${folder}:/lock`, ...withoutIndex()])
    const lock = readFileSync(join(folder, 'production-snapshot.lock.json'), 'utf8')
    const trees = []
    for (const jobs of [8, 1]) {
      const own = await copy({
        'production-snapshot.lock.json': lock,
        Containerfile: [[RESTORE, `restore "$@" --jobs ${jobs} --engine`]],
      })
      trees.push((await inside(await build(own), TREE)).stdout)
    }
    expect(trees[0]?.split('\n').length).toBeGreaterThan(14 * 10)
    expect(trees[0]).toBe(trees[1])
  })

  test('is the same by the official restore, as that is put right', async () => {
    // It takes its time for each node.
    const few = {
      ...curated.snapshot,
      git: curated.snapshot.git.filter(({ url }) => /Impact|rgthree/.test(url)),
    }
    const own = await copy({ 'production-snapshot.json': canonicalText(few) })
    // Where it would clone from.
    const { srv, environment } = curated.repositories
    const podman = [
      ...['--volume', `${srv}:${srv}:ro`],
      ...['--volume', `${environment.GIT_CONFIG_GLOBAL}:/etc/gitconfig:ro`],
    ]
    const official = await build(own, { podman, buildArgs: { RESTORE: 'comfy-cli' } })
    expect(await mismatchesOf(official, own)).toBe('')
  })
})

test('an image whose nodes were touched later does not pass its check file, which names them', async () => {
  const touched = 'RUN echo >>custom_nodes/rgthree-comfy/__init__.py && mkdir custom_nodes/another\n'
  const own = await copy({ Containerfile: [['ENV COMFY_PORT', `${touched}ENV COMFY_PORT`]] })
  await build(own)
  const { failed, verification, said } = await own.verify({ file: 'image-verify.complete-gpu.yml' })
  expect([failed, said]).toEqual([['run.exec.0'], expect.anything()])
  const [finding] = verification.results.flatMap(({ finding = [] }) => finding)
  expect(finding?.actual).toMatch(/rgthree-comfy was changed.*another is none of the snapshot's/s)
})

describe('a build fails, and names the node, where', () => {
  test.each(WRONG.map(({ name, says }, index) => ({ name, says, index })))(
    '$name',
    async ({ says, index }) => {
      const { exitCode, output } = (await attempts)[index] ?? {}
      expect(exitCode).not.toBe(0)
      expect(output).toMatch(says)
    },
  )
})

describe('with a snapshot of one’s own', () => {
  let image: string

  beforeAll(async () => {
    image = await build(await copy(), { target: 'complete-gpu-own-snapshot' })
  })

  const start = (podman: readonly string[], line: readonly string[]) =>
    command('podman', ['run', '--rm', '--network', 'none', ...podman, image, ...line], {
      anyExit: true,
      env: { DISABLE_HC_SYSTEMD: 'true' },
    })

  test('a container starts without a word where all is as it should be, and warns where a node is not', async () => {
    const silent = await start([], ['true'])
    expect([silent.exitCode, silent.stderr.includes('Warning')]).toEqual([0, false])
    const hidden = join(curated.folder, 'hidden')
    mkdirSync(hidden)
    const { exitCode, stderr } = await start(['--volume', `${hidden}:${NODES}/rgthree-comfy`], ['true'])
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(
      /rgthree-comfy.*Warning: the container is not as \/app\/production-snapshot\.json says/s,
    )
  })

  test('a container restores it first, as root, and goes on as PUID', async () => {
    const folder = join(curated.folder, 'own')
    mkdirSync(folder)
    const moved = curated.repositories.get('rgthree/rgthree-comfy').commits.at(-1) ?? ''
    writeFileSync(
      join(folder, 'mine.json'),
      curated.changed('rgthree-comfy', () => ({ commit: moved })),
    )
    const podman = [
      ...['--volume', `${folder}:/mine:ro`, '--env', 'COMFY_SNAPSHOT_FILE=/mine/mine.json'],
      ...['--volume', `${join(curated.folder, 'cache')}:/app/.cache/custom-nodes`, '--env', 'CHOWN=never'],
    ]
    const line = ['sh', '-c', `id -u; cat ${NODES}/rgthree-comfy/.git/HEAD`]
    const { exitCode, stdout, stderr } = await start(podman, line)
    expect([exitCode, stdout, exitCode === 0 ? '' : stderr]).toEqual([0, `1000\n${moved}\n`, ''])
    const refused = await start([...podman, '--user', '1000:1000'], line)
    expect([refused.exitCode, refused.stderr]).toEqual([
      64,
      expect.stringContaining('only root can restore it'),
    ])
  })
})

/** The example with the curated nodes' stand-ins, and further edits. */
async function copy(edits: Edits = {}): Promise<Example> {
  const example = await openExample('comfyui', curated.options)
  examples.push(example)
  example.change({ ...curated.files, ...edits })
  return example
}

async function build(example: Example, options: ExampleOptions = {}): Promise<string> {
  const podman = ['--network', 'none', ...withoutIndex(), ...(options.podman ?? [])]
  return example.build({ target: 'complete-gpu', ...options, podman })
}

function withoutIndex(): string[] {
  return ['--volume', `${curated.noIndex}:/etc/uv/uv.toml:ro`]
}

async function tryToBuild(edits: Edits): Promise<{ exitCode: number; output: string }> {
  try {
    await build(await copy(edits))
    return { exitCode: 0, output: '' }
  } catch (error) {
    const { exitCode, stdout, stderr } = (error as Error).cause as CommandResult
    return { exitCode, output: stdout + stderr }
  }
}

/** What the tool finds, as this machine's, in an image that it doesn't start. */
async function mismatchesOf(image: string, { folder }: Example): Promise<string> {
  const files = ['--snapshot=production-snapshot.json', '--requirements=extra-requirements.txt']
  const inImage = [`--nodes=${NODES}`, '--comfyui=/app/ComfyUI', '--python=/opt/venv/bin/python']
  const { exitCode, stderr, stdout } = await runTool(
    ['verify', `--image=${image}`, ...inImage, ...files],
    folder,
  )
  return exitCode === 0 ? '' : stderr + stdout
}

/** A script in a container of the image, with the tool beside it. */
function inside(image: string, script: string, podman: readonly string[] = []) {
  const { 'snapshot-tool': tool } = curated.options.buildContexts
  const mounts = ['--volume', `${process.execPath}:/run/node:ro`, '--volume', `${tool}:/run/tool:ro`]
  const options = ['run', '--rm', '--network', 'none', '--entrypoint', 'sh', ...mounts, ...podman]
  return command('podman', [...options, image, '-euc', script], { env: { DISABLE_HC_SYSTEMD: 'true' } })
}
