import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { kernelDemandsProfile } from '../../../actions/setup/apparmor.ts'
import { openBundle } from '../../../actions/setup/bundle.ts'
import { readContainerfiles } from '../../../actions/setup/containerfiles.ts'
import { type User, writeSettings } from '../../../actions/setup/settings.ts'
import { LAYOUT, writeScript } from './release.ts'

const start = promisify(execFile)
let folder: string
let user: User

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-settings-'))
  user = { id: 1001, home: join(folder, 'home'), runtimeFolder: join(folder, 'runtime') }
})

const store = () => join(folder, 'home/.local/share/containers/storage-static')

afterEach(async () => {
  // The overlay driver mounts its folder onto itself, and a mount can't be removed.
  await start('umount', ['--recursive', join(store(), 'overlay')]).catch(() => {})
  await rm(folder, { recursive: true, force: true })
})

/** This machine's own programs, as if they had come in a release. */
async function machineBundle() {
  const { stdout } = await start('podman', ['info', '--format', 'json'])
  const { host } = JSON.parse(stdout)
  const programs = join(folder, 'bundle')
  await mkdir(programs)
  await copyFile('/usr/bin/podman', join(programs, 'podman'))
  await copyFile(host.conmon.path, join(programs, 'conmon'))
  await copyFile(host.ociRuntime.path, join(programs, host.ociRuntime.name))
  return openBundle(programs)
}

test('a real podman takes the settings, and builds into the store that they name', async () => {
  const bundle = await machineBundle()
  const env = { ...process.env, ...(await writeSettings(join(folder, 'settings'), bundle, user)) }
  const { stdout } = await start(bundle.podman, ['info', '--format', 'json'], { env })
  const { host, store: storage } = JSON.parse(stdout)
  expect(host).toMatchObject({
    cgroupManager: 'cgroupfs',
    eventLogger: 'file',
    conmon: { path: bundle.conmon },
    ociRuntime: bundle.runtime,
  })
  expect(storage).toMatchObject({ graphDriverName: 'overlay', graphRoot: store() })
  expect(storage.graphOptions).not.toHaveProperty('overlay.mount_program')

  await writeFile(join(folder, 'Containerfile'), 'FROM scratch\nCOPY Containerfile /\n')
  await start(bundle.podman, ['build', '--quiet', '--tag', 'built', folder], { env })
  const images = await start(bundle.podman, ['images', '--noheading', '--format', '{{.Repository}}'], { env })
  expect(images.stdout.trim()).toBe('localhost/built')
})

test.each([
  ['has none', false, true],
  ['has one', true, false],
])('a policy is provided where the machine %s', async (_, present, provided) => {
  const programs = join(folder, 'bundle')
  for (const path of Object.values(LAYOUT)) await writeScript(join(programs, path), 'content')
  const system = join(folder, 'policy.json')
  if (present) await writeFile(system, '{}')
  await writeSettings(join(folder, 'settings'), await openBundle(programs), user, system)
  const own = await readFile(join(user.home, '.config/containers/policy.json'), 'utf8').catch(() => undefined)
  expect(own).toBe(provided ? 'content' : undefined)
})

test('a policy of the user’s own is kept', async () => {
  const programs = join(folder, 'bundle')
  for (const path of Object.values(LAYOUT)) await writeScript(join(programs, path), 'content')
  const own = join(user.home, '.config/containers/policy.json')
  await writeScript(own, 'mine')
  await writeSettings(join(folder, 'settings'), await openBundle(programs), user, join(folder, 'none'))
  expect(await readFile(own, 'utf8')).toBe('mine')
})

test.each([
  ['1\n', true],
  ['0\n', false],
  [undefined, false],
])('a kernel switch of %j demands a profile: %s', async (text, expected) => {
  const path = join(folder, 'switch')
  if (text !== undefined) await writeFile(path, text)
  expect(await kernelDemandsProfile(path)).toBe(expected)
})

test('Containerfiles are read where a build would find them, and what is not there is left out', async () => {
  await writeScript(join(folder, 'one/Containerfile'), 'first')
  await writeScript(join(folder, 'one/Dockerfile'), 'second')
  await writeScript(join(folder, 'two/Dockerfile'), 'third')
  await writeScript(join(folder, 'other.file'), 'fourth')
  const sources = [
    { context: 'one', file: '' },
    { context: './two', file: '' },
    { context: 'one', file: 'other.file' },
    { context: 'three', file: '' },
    { context: '.', file: 'absent' },
  ]
  expect(await readContainerfiles(sources, folder)).toEqual([
    { path: 'one/Containerfile', text: 'first' },
    { path: 'two/Dockerfile', text: 'third' },
    { path: 'other.file', text: 'fourth' },
  ])
})
