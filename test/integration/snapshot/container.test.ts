import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { command } from '../../e2e/harness/command.ts'
import { plainUser } from '../../e2e/harness/plain-user.ts'
import { FILE, openSnapshotScene, type SnapshotScene } from './fixture.ts'

jest.setTimeout(120_000)

/** Python and git, and no Node. */
const BASE = 'localhost/image-actions/comfy-cli'
const CONTAINERFILE = `FROM ${BASE}
COPY production-snapshot.json /app/production-snapshot.json
RUN --mount=type=bind,from=node,source=/node,target=/run/node \\
    --mount=type=bind,from=tool,source=/cli.js,target=/run/snapshot.js \\
    --mount=type=bind,from=cache,target=/run/cache \\
    cd /app && env --unset HOME /run/node /run/snapshot.js restore --cache /run/cache --python none
`
const FILES_ALONE = 'FROM scratch\nCOPY nodes /app/real\nCOPY links /app\nENV PATH=/usr/bin\nWORKDIR /app\n'

let scene: SnapshotScene
/** A snapshot that has been restored, with all that it needed in a cache. */
let checkout: string
beforeAll(async () => {
  scene = await openSnapshotScene()
  checkout = await scene.checkout()
  const { code } = await scene.program(['restore', '--python=none', '--cache=cache'], checkout)
  expect(code).toBe(0)
})
afterAll(() => scene.remove())

async function build(context: string, ...options: string[]): Promise<string> {
  const { stdout } = await command('podman', ['build', '--quiet', '--network=none', ...options, context])
  return stdout.trim()
}

/** An image of a few files, whose custom_nodes is a link. */
async function imageOf(context: string): Promise<string> {
  return build(context, '--file', join(context, 'Containerfile'))
}

async function contextOf(): Promise<string> {
  const context = join(checkout, 'context')
  await mkdir(join(context, 'links'), { recursive: true })
  await command('cp', ['--archive', join(checkout, 'custom_nodes'), join(context, 'nodes')])
  await command('ln', ['--symbolic', '--force', '/app/real', join(context, 'links/custom_nodes')])
  await writeFile(join(context, 'Containerfile'), FILES_ALONE)
  return context
}

test('in a build without network, nodes come from the cache, and a plain user without a home may look at them', async () => {
  const context = join(checkout, 'build')
  const [node, tool] = [join(checkout, 'node'), join(checkout, 'tool')]
  for (const folder of [context, node, tool]) await mkdir(folder)
  await copyFile(process.execPath, join(node, 'node'))
  await chmod(join(node, 'node'), 0o755)
  await copyFile(scene.file, join(tool, 'cli.js'))
  await copyFile(join(checkout, FILE), join(context, FILE))
  await writeFile(join(context, 'Containerfile'), CONTAINERFILE)
  const contexts = Object.entries({ node, tool, cache: join(checkout, 'cache') }).map(
    ([name, folder]) => `--build-context=${name}=${folder}`,
  )
  const image = await build(context, ...contexts)
  try {
    const mounts = [`${node}:/run/node:ro`, `${tool}:/run/tool:ro`].flatMap((each) => ['--volume', each])
    const options = [
      '--rm',
      '--network=none',
      '--user=12345:12345',
      '--workdir=/app',
      '--env=HOME=',
      ...mounts,
    ]
    const words = ['/run/node/node', '/run/tool/cli.js', 'verify', '--python=none', '--json']
    const { stdout } = await command('podman', ['run', ...options, image, ...words])
    const { checked, mismatches } = JSON.parse(stdout)
    expect(mismatches).toEqual([])
    expect(checked.map(({ subject }: { subject: string }) => subject).sort()).toEqual([
      ...['Outer', 'Plain', 'Scripted'],
    ])
  } finally {
    await command('podman', ['rmi', '--force', image])
  }
})

describe('a finished image', () => {
  const ARGS = ['verify', '--nodes', 'custom_nodes', '--python', 'none']

  test('is held against the snapshot without being started, links and all', async () => {
    const image = await imageOf(await contextOf())
    try {
      const { code, stdout } = await scene.program([...ARGS, '--image', image], checkout)
      expect([code, stdout]).toEqual([0, expect.stringContaining('3 nodes are as the snapshot says.')])
    } finally {
      await command('podman', ['rmi', '--force', image])
    }
  })

  test('that was changed fails by the node’s name, also for who is not root', async () => {
    const context = await contextOf()
    const init = join(context, 'nodes/Plain/__init__.py')
    await writeFile(init, `${await readFile(init, 'utf8')}# changed\n`)
    const user = await plainUser(join(checkout, 'user'))
    const own = join(checkout, 'user/own')
    try {
      const as = async (...words: string[]) => {
        const [first = '', ...rest] = [...user.prefix, ...words]
        return command(first, rest, { env: user.env, cwd: own, anyExit: true })
      }
      await command('cp', ['--archive', context, own])
      await copyFile(join(checkout, FILE), join(own, FILE))
      await copyFile(scene.file, join(own, 'cli.js'))
      if (user.prefix.length > 0) await command('chown', ['--recursive', `${user.name}:`, own])
      const { stdout: image } = await as('podman', 'build', '--quiet', own)
      const { exitCode, stdout } = await as('node', 'cli.js', ...ARGS, '--image', image.trim())
      expect(stdout).toMatch(/^Plain +.*__init__\.py/m)
      expect(stdout.match(/^Plain/gm)).toHaveLength(1)
      expect(exitCode).toBe(1)
    } finally {
      await user.leave()
    }
  })
})
