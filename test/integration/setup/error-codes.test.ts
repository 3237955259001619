import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'
import { digestOf, hexOf } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { parseInputs } from '../../../actions/setup/inputs.ts'
import type { ToolCache } from '../../../actions/setup/install.ts'
import { type SetupWorld, setUp } from '../../../actions/setup/run.ts'
import { reproduce } from '../../error-codes.ts'
import { makeRelease, podmanScript, serveRelease, toolCacheIn, writeScript } from './release.ts'

let folder: string
let tools: ToolCache
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-errors-'))
  tools = await toolCacheIn(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A runner on which only the programs of `<folder>/bin` are installed. */
function world(changes: Partial<SetupWorld> = {}): SetupWorld {
  const PATH = join(folder, 'bin')
  const run = processRunner(
    plainOutput(() => {}),
    new AbortController().signal,
  )
  return {
    run: (command, args, options) =>
      run(command, args, { ...options, env: { PATH, CONTAINERS_STORAGE_CONF: undefined, ...options?.env } }),
    log: silentLog,
    tools: async () => tools,
    architecture: 'amd64',
    user: { id: 1001, home: join(folder, 'home'), runtimeFolder: join(folder, 'runtime') },
    environment: { PATH },
    folder: join(folder, 'settings'),
    demandsProfile: async () => false,
    ...changes,
  }
}

const requirement = { minimum: '1.35', reason: 'Containerfile uses heredocs' }
const inputs = (given: Record<string, string> = {}) =>
  parseInputs({ text: (name) => ({ context: '.', 'minimum-buildah': 'auto', ...given })[name] ?? '' })

interface Pinned {
  podman?: string
  leaveOut?: Parameters<typeof makeRelease>[2]
  bytes?: Buffer
  path?: string
  sha256?: string
}

/** A machine without podman, for which this release is pinned. */
async function install(pinned: Pinned, changes: Partial<SetupWorld> = {}): Promise<void> {
  const { podman = podmanScript('5.7.0', '1.42.1'), path = '/releases/podman.tar.gz' } = pinned
  const made = await makeRelease(folder, podman, pinned.leaveOut)
  const server = await serveRelease(pinned.bytes ?? made.bytes)
  try {
    const given = {
      'podman-url-amd64': `${server.origin}${path}`,
      'podman-sha256-amd64': pinned.sha256 ?? made.sha256,
    }
    await setUp(inputs(given), requirement, world(changes))
  } finally {
    await server.close()
  }
}

/** A machine with this podman, and nothing pinned. */
async function probe(podman: string): Promise<void> {
  await writeScript(join(folder, 'bin/podman'), podman)
  await setUp(inputs(), requirement, world())
}

const NO_ARCHIVE = Buffer.from('<html>Not found</html>')

reproduce([
  ['IMG2010', 'a podman that is too old', () => probe(podmanScript('4.9.3', '1.33.7'))],
  ['IMG2010', 'no podman', () => setUp(inputs(), requirement, world())],
  ['IMG2011', 'a release that is too old itself', () => install({ podman: podmanScript('4.9.3', '1.33.7') })],
  ['IMG2012', 'an address at which nothing lies', () => install({ path: '/other?token=secret' })],
  ['IMG2012', 'a download that ends half-way', () => install({ path: '/cut/releases/podman.tar.gz' })],
  ['IMG2013', 'another checksum', () => install({ sha256: 'a'.repeat(64) })],
  ['IMG2014', 'no archive', () => install({ bytes: NO_ARCHIVE, sha256: hexOf(digestOf(NO_ARCHIVE)) })],
  ['IMG2014', 'an archive without podman', () => install({ leaveOut: ['podman'] })],
  ['IMG2015', 'no right to load the profile', () => install({}, { demandsProfile: async () => true })],
  ['IMG2016', 'a release with a loader that is not here', () => install({ podman: '#!/lib/ld-other.so\n' })],
  ['IMG2016', 'a release for another architecture', () => install({ podman: '\u007fELF' })],
  ['IMG2020', 'a podman that fails', () => probe('#!/bin/sh\n[ "$1" = version ] && exit 0\nexit 1\n')],
])
