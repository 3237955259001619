import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { saveArchive } from '../../../actions/engine/archive.ts'
import { type BuildRequest, buildImage } from '../../../actions/engine/build.ts'
import type { Engine } from '../../../actions/engine/engine.ts'
import { exportLayers } from '../../../actions/engine/export.ts'
import { type Image, inspectImage, requirePlatform } from '../../../actions/engine/image.ts'
import { readSavedLayers } from '../../../actions/engine/layers.ts'
import { withMountedImage } from '../../../actions/engine/mounted.ts'
import { obtainImage } from '../../../actions/engine/obtain.ts'
import { allowPlainHttp } from '../../../actions/engine/plain-http.ts'
import { locateStore } from '../../../actions/engine/store.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { reproduce } from '../../error-codes.ts'
import { requestIn } from '../../unit/engine/requests.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

let fixture: EngineFixture
let locked: RegistryDouble
beforeAll(async () => {
  fixture = await openEngineFixture()
  locked = await startRegistryDouble({ flavour: 'ghcr', credentials: { user: 'octo', password: 'x' } })
})
afterAll(async () => {
  await Promise.all([locked.close(), fixture.remove()])
})

const engineWith = (env: Record<string, string>): Engine => ({
  ...fixture.engine,
  env: { ...fixture.engine.env, ...env },
})
/** Knows the locked registry, and somebody whom that does not let in. */
async function stranger(): Promise<Engine> {
  const authFile = join(fixture.folder, 'wrong.json')
  const auth = Buffer.from('octo:wrong').toString('base64')
  await writeFile(authFile, JSON.stringify({ auths: { [locked.host]: { auth } } }))
  return { ...engineWith(await allowPlainHttp([locked.host], fixture.folder, {})), authFile }
}
const broken = () => engineWith({ CONTAINERS_STORAGE_CONF: '/dev/null/none' })

async function build(
  containerfile: string,
  changes: Partial<BuildRequest> = {},
  engine = fixture.engine,
): Promise<Digest> {
  const request = requestIn(await fixture.context(containerfile), { noCache: true, ...changes })
  return (await buildImage(engine, request, await mkdtemp(join(fixture.folder, 'work-')))).imageId
}
const run = (command: string) =>
  `FROM scratch\nCOPY busybox /bin/sh\nRUN ["/bin/sh", "-c", ${JSON.stringify(command)}]\n`

async function imageFor(platform: string): Promise<Image> {
  const id = await build('FROM scratch\nCOPY file /file\n', { platform })
  return inspectImage(await locateStore(fixture.engine), id)
}
const nothing = { name: digestOf('nothing'), layers: [] } as unknown as Image

reproduce([
  ['IMG2020', 'a storage that is none', () => locateStore(broken())],
  ['IMG2020', 'an image that can’t be looked for', () => obtainImage(broken(), 'app')],
  ['IMG2020', 'an image that went before it was saved', () => save(nothing)],
  ['IMG2020', 'one that went before it was pushed', () => compress(nothing)],
  ['IMG2020', 'one that went before it was looked into', () => look(nothing)],
  ['IMG2101', 'a step that fails', () => build(run('exit 3'))],
  ['IMG2101', 'no such instruction', () => build('FORM scratch\n')],
  ['IMG2102', 'a disk without room', () => build(run('echo x > /dev/full'))],
  [
    'IMG2103',
    'a program of another platform',
    () => build('FROM scratch\nCOPY --chmod=755 file /file\nRUN ["/file"]\n'),
  ],
  [
    'IMG2104',
    'a base that is private',
    async () => build(`FROM ${locked.host}/octo/base\n`, {}, await stranger()),
  ],
  ['IMG2105', 'an option that only prints', () => build(run('true'), { extraArgs: ['--help'] })],
  [
    'IMG2106',
    'an image of another platform',
    async () => requirePlatform(await imageFor('linux/arm64'), { os: 'linux', architecture: 'amd64' }),
  ],
  ['IMG2107', 'an archive where nothing can be', async () => archive('/dev/null/image.tar')],
  ['IMG2107', 'an archive in place of a folder', async () => archive(fixture.folder)],
  ['IMG2108', 'an image that is nowhere', () => obtainImage(fixture.engine, 'localhost/nothing')],
  ['IMG2108', 'a registry that does not answer', () => obtainImage(fixture.engine, '127.0.0.1:1/octo/app')],
  ['IMG2109', 'a private image', async () => obtainImage(await stranger(), `${locked.host}/octo/app`)],
])

async function archive(path: string): Promise<void> {
  await saveArchive(fixture.engine, await imageFor('linux/amd64'), path)
}

const save = (image: Image) => readSavedLayers(fixture.engine, { image, onEntry: () => undefined })
const look = ({ name }: Image) => withMountedImage(fixture.engine, name, async () => {})
async function compress(image: Image): Promise<void> {
  const folder = await mkdtemp(join(fixture.folder, 'layout-'))
  await exportLayers(fixture.engine, {
    image,
    folder,
    compression: 'gzip',
    known: [],
    onLayer: async () => {},
  })
}
