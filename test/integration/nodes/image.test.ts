import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { CancelledError } from '../../../actions/base/errors.ts'
import { withMountedImage } from '../../../actions/engine/mounted.ts'
import { verifyInstallation } from '../../../actions/nodes/prove/verify.ts'
import { type EngineFixture, openEngineFixture } from '../engine/fixture.ts'
import { type InstallationScene, makeInstallation } from './installation.ts'

let scene: InstallationScene
let fixture: EngineFixture

beforeAll(async () => {
  scene = await makeInstallation()
  fixture = await openEngineFixture()
})
afterAll(async () => {
  await fixture.remove()
  await scene.remove()
})

/** As images have it: other paths than at home, another owner, a link beside the folder. */
async function build(spoil: (app: string) => void = () => {}): Promise<Digest> {
  const context = await fixture.context(
    'FROM scratch\nENV VIRTUAL_ENV=/app/venv PATH=/app/venv/bin\nUSER 7:8\nWORKDIR /app\nCOPY --chown=7:8 app /app\n',
  )
  const app = join(context, 'app')
  const { core, python } = await scene.copy()
  cpSync(core, join(app, 'ComfyUI'), { recursive: true, verbatimSymlinks: true })
  cpSync(join(python, '../..'), join(app, 'venv'), { recursive: true })
  symlinkSync('ComfyUI/custom_nodes', join(app, 'custom_nodes'))
  spoil(app)
  const id = await fixture.podman('build', '--quiet', context)
  return `sha256:${id.split('\n').at(-1)}`
}

const verify = (image: Digest) =>
  withMountedImage(fixture.engine, image, ({ root }) =>
    verifyInstallation(
      {
        ...{ snapshot: scene.snapshot, installScripts: 'never', root },
        of: { nodes: '/app/custom_nodes', core: '/app/ComfyUI', python: '/app/venv/bin/python' },
      },
      scene.world.services,
    ),
  )
const mounts = async () => fixture.podman('image', 'mount')

test('an image is looked into without being started, and is unmounted again', async () => {
  const image = await build()
  const seen = await withMountedImage(fixture.engine, image, async (mounted) => {
    expect(await mounts()).not.toBe('')
    return mounted.config
  })
  expect(seen).toEqual({
    env: { VIRTUAL_ENV: '/app/venv', PATH: '/app/venv/bin' },
    user: '7:8',
    workingDir: '/app',
  })
  const { checked, mismatches } = await verify(image)
  expect(mismatches).toEqual([])
  expect(checked).toHaveLength(9)
  expect(await mounts()).toBe('')
})

test('what was tampered with is found, and links lead nowhere else', async () => {
  const outside = `${fixture.folder}/outside`
  cpSync((await scene.copy()).nodes, outside, { recursive: true, verbatimSymlinks: true })
  const image = await build((app) => {
    const nodes = join(app, 'ComfyUI/custom_nodes')
    writeFileSync(join(nodes, 'First/README.md'), 'tampered')
    rmSync(join(nodes, 'Second/.git'), { recursive: true })
    symlinkSync(join(outside, 'Second/.git'), join(nodes, 'Second/.git'))
    rmSync(join(nodes, '.disabled/Third'), { recursive: true })
    symlinkSync(join(outside, '.disabled/Third'), join(nodes, '.disabled/Third'))
  })
  const { mismatches } = await verify(image)
  expect(mismatches.map(({ subject, what }) => `${subject}: ${what}`)).toEqual([
    'First: content README.md',
    'Second: repository',
    'Third: folder',
  ])
})

test.each([
  ['custom_nodes', ['First', 'Second', 'Third', 'single.py', 'websocket_image_save.py']],
  ['ComfyUI/custom_nodes/.disabled', ['Third']],
])('a folder %s that leads out of the image holds nothing', async (path, expected) => {
  const outside = `${fixture.folder}/all`
  cpSync((await scene.copy()).nodes, outside, { recursive: true, verbatimSymlinks: true })
  const image = await build((app) => {
    rmSync(join(app, path), { recursive: true })
    symlinkSync(path === 'custom_nodes' ? outside : join(outside, '.disabled'), join(app, path))
  })
  const missing = (await verify(image)).mismatches.filter(({ what }) => what === 'missing')
  expect(missing.map(({ subject }) => subject)).toEqual(expected)
})

test.each([
  ['cancelled', new CancelledError()],
  ['failed', new Error('a fault')],
])('a look that was %s leaves no mount', async (_how, error) => {
  const image = await build()
  await expect(withMountedImage(fixture.engine, image, () => Promise.reject(error))).rejects.toBe(error)
  expect(await mounts()).toBe('')
})

test('an image that is not there is named', async () => {
  const none = `sha256:${'0'.repeat(64)}` as const
  await expect(withMountedImage(fixture.engine, none, async () => {})).rejects.toThrow(/image/)
})
