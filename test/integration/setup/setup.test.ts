import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Log, silentLog } from '../../../actions/base/log.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { parseInputs } from '../../../actions/setup/inputs.ts'
import type { ToolCache } from '../../../actions/setup/install.ts'
import { type SetupWorld, setUp } from '../../../actions/setup/run.ts'
import { setupSection, setupTable } from '../../../actions/setup/table.ts'
import {
  makeRelease,
  podmanScript,
  type ReleaseServer,
  serveRelease,
  toolCacheIn,
  writeScript,
} from './release.ts'

const heredocs = { minimum: '1.35', reason: 'Containerfile uses heredocs' }
let folder: string
let release: Awaited<ReturnType<typeof makeRelease>>
let server: ReleaseServer
let tools: ToolCache
let warnings: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-run-'))
  tools = await toolCacheIn(folder)
  release = await makeRelease(folder, podmanScript('5.7.0', '1.42.1'))
  server = await serveRelease(release.bytes)
  warnings = []
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A runner on which only the programs of `<folder>/bin` are installed. */
function world(changes: Partial<SetupWorld> = {}): SetupWorld {
  const PATH = join(folder, 'bin')
  const run = processRunner(
    plainOutput(() => {}),
    new AbortController().signal,
  )
  const log: Log = { ...silentLog, warn: (message) => warnings.push(message) }
  return {
    run: (command, args, options) =>
      run(command, args, { ...options, env: { PATH, CONTAINERS_STORAGE_CONF: undefined, ...options?.env } }),
    log,
    tools: async () => tools,
    architecture: 'amd64',
    user: { id: 1001, home: join(folder, 'home'), runtimeFolder: join(folder, 'runtime') },
    environment: { PATH },
    folder: join(folder, 'settings'),
    demandsProfile: async () => false,
    ...changes,
  }
}

function inputs(given: Record<string, string> = {}) {
  const values: Record<string, string> = { context: '.', 'minimum-buildah': 'auto', ...given }
  return parseInputs({ text: (name) => values[name] ?? '' })
}

const pinned = (url = `${server.origin}/releases/podman.tar.gz`) => ({
  'podman-url-amd64': url,
  'podman-sha256-amd64': release.sha256,
})

const installOld = () => writeScript(join(folder, 'bin/podman'), podmanScript('4.9.3', '1.33.7'))

test('a podman that is new enough is left alone', async () => {
  await installOld()
  const result = await setUp(inputs(pinned()), { minimum: '1.33', reason: 'r' }, world())
  expect(result).toMatchObject({ installed: false, path: undefined, variables: {} })
  expect(result.podman).toMatchObject({ version: '4.9.3', storage: '/nowhere' })
  expect(server.requests).toEqual([])
})

test('an old one is replaced by the pinned release, with settings and store of its own', async () => {
  await installOld()
  const result = await setUp(inputs(pinned()), heredocs, world())
  expect(result).toMatchObject({ installed: true, newerRunner: 'ubuntu-26.04' })
  expect(result.podman).toMatchObject({
    version: '5.7.0',
    buildah: '1.42.1',
    storage: join(folder, 'home/.local/share/containers/storage-static'),
  })
  expect(result.path).toMatch(/^.*\/tools\/podman-static\/.*\/usr\/local\/bin$/)
  const settings = await readFile(result.variables.CONTAINERS_CONF ?? '', 'utf8')
  expect(settings).toContain(`crun = ["${result.path}/crun"]`)
})

test('a machine without any podman gets one', async () => {
  const result = await setUp(inputs(pinned()), { minimum: '1.33', reason: 'r' }, world())
  expect(result.podman.version).toBe('5.7.0')
})

test('a mirror is asked in place of the address', async () => {
  const given = { ...pinned('https://example.org/releases/podman.tar.gz'), mirror: `${server.origin}/mirror` }
  expect((await setUp(inputs(given), heredocs, world())).installed).toBe(true)
  expect(server.requests).toEqual(['/mirror/releases/podman.tar.gz'])
})

test('settings that are replaced are named', async () => {
  await setUp(inputs(pinned()), heredocs, world({ environment: { CONTAINERS_CONF: '/my/own.conf' } }))
  expect(warnings).toEqual([expect.stringContaining('/my/own.conf')])
})

describe('too old, and no release pinned', () => {
  test.each([
    ['amd64', 'ubuntu-26.04.', '"podman-url-amd64" and "podman-sha256-amd64"'],
    ['arm64', 'ubuntu-26.04-arm.', '"podman-url-arm64" and "podman-sha256-arm64"'],
    ['s390x', 'no static release for s390x', 'install a newer podman'],
  ])('on %s names %s', async (architecture, ...hints) => {
    await installOld()
    const failure = await setUp(inputs(), heredocs, world({ architecture })).catch((error: unknown) => error)
    expect(String(failure)).toContain(
      'buildah 1.35 or newer is needed (Containerfile uses heredocs); this runner has podman 4.9.3 with buildah 1.33.7.',
    )
    for (const hint of hints) expect(String(failure)).toContain(hint)
  })

  test('a release for the other architecture does not count', async () => {
    await expect(setUp(inputs(pinned()), heredocs, world({ architecture: 'arm64' }))).rejects.toThrow(
      '1.35 or newer',
    )
    expect(server.requests).toEqual([])
  })
})

test('a release that is itself too old is refused', async () => {
  const newest = { minimum: '1.50', reason: 'asked for' }
  await expect(setUp(inputs(pinned()), newest, world())).rejects.toThrow(
    'The installed podman 5.7.0 has buildah 1.42.1; 1.50 or newer is needed.',
  )
})

describe('where the kernel demands a profile', () => {
  const demanding = { demandsProfile: async () => true }
  const calls = () => readFile(join(folder, 'calls'), 'utf8').catch(() => '')
  const installSudo = (exit: number) =>
    writeScript(
      join(folder, 'bin/sudo'),
      `#!/bin/sh\nprintf '%s\\n' "$*" >> ${join(folder, 'calls')}\nexit ${exit}\n`,
    )

  test('it is written and loaded before podman is asked anything', async () => {
    await installSudo(0)
    const result = await setUp(inputs(pinned()), heredocs, world(demanding))
    const profile = join(folder, 'settings/apparmor.profile')
    expect(await calls()).toBe(`-n apparmor_parser -r ${profile}\n`)
    expect(await readFile(profile, 'utf8')).toContain(`profile image-actions-podman "${result.path}/podman"`)
  })

  test('root needs none', async () => {
    await installSudo(0)
    const user = { ...world().user, id: 0 }
    await setUp(inputs(pinned()), heredocs, world({ ...demanding, user }))
    expect(await calls()).toBe('')
  })

  test.each(['refuses', 'is missing'])('and sudo %s, the newer runner is named', async (state) => {
    if (state === 'refuses') await installSudo(1)
    const failure = await setUp(inputs(pinned()), heredocs, world(demanding)).catch((error: unknown) => error)
    expect(String(failure)).toContain('AppArmor profile')
    expect(String(failure)).toContain('ubuntu-26.04')
  })
})

test('one table tells what was found, and the summary the simpler way', async () => {
  await mkdir(join(folder, 'home'), { recursive: true })
  const result = await setUp(inputs(pinned()), heredocs, world())
  expect(setupTable(result)).toMatch(
    /^buildah in podman +1\.42\.1 +at least 1\.35: Containerfile uses heredocs$/m,
  )
  expect(setupSection(result).markdown).toContain('`runs-on: ubuntu-26.04`')
})

test('a broken podman is told apart from an old one', async () => {
  await mkdir(join(folder, 'bin'), { recursive: true })
  await writeFile(
    join(folder, 'bin/podman'),
    '#!/bin/sh\n[ "$1" = version ] && exit 0\necho "failed to reexec" >&2\nexit 1\n',
  )
  await chmod(join(folder, 'bin/podman'), 0o755)
  await expect(setUp(inputs(), heredocs, world())).rejects.toThrow(
    'podman is installed, but does not work: failed to reexec',
  )
})
