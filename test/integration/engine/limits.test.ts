import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'
import { buildImage } from '../../../actions/engine/build.ts'
import { exportLayers } from '../../../actions/engine/export.ts'
import { inspectImage } from '../../../actions/engine/image.ts'
import { locateStore } from '../../../actions/engine/store.ts'
import { requestIn } from '../../unit/engine/requests.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

let fixture: EngineFixture
beforeAll(async () => {
  fixture = await openEngineFixture()
})
afterAll(() => fixture.remove())

const asRoot = (command: string, ...args: string[]) =>
  process.getuid?.() === 0 ? execFileSync(command, args) : execFileSync('sudo', ['-n', command, ...args])

test('a full disk is named, with what to do', async () => {
  const context = await fixture.context('FROM scratch\nCOPY busybox /bin/sh\n')
  const id = await fixture.podman('build', '--quiet', '--format', 'docker', context)
  const image = await inspectImage(await locateStore(fixture.engine), `sha256:${id.split('\n').at(-1)}`)
  const disk = await mkdtemp(join(tmpdir(), 'full-'))
  asRoot('mount', '-t', 'tmpfs', '-o', 'size=256k,mode=0777', 'full', disk)
  try {
    const folder = join(disk, 'layout')
    await mkdir(folder)
    const failing = exportLayers(fixture.engine, {
      image,
      folder,
      compression: 'gzip',
      known: [],
      onLayer: async () => {},
    })
    await expect(failing).rejects.toThrow(UserError)
    await expect(failing).rejects.toThrow(`No space left on the disk of ${folder}.`)
  } finally {
    asRoot('umount', disk)
    await rmdir(disk)
  }
})

test('a program of another platform runs under emulation, or the error says what is missing', async () => {
  const context = await fixture.context(
    'FROM scratch\nARG TARGETARCH\nCOPY busybox-arm64 /bin/sh\nRUN ["/bin/sh", "-c", "true"]\n',
    'foreign',
  )
  const request = requestIn(context, { platform: 'linux/arm64', noCache: true })
  const building = buildImage(fixture.engine, request, fixture.folder)
  if (process.arch === 'arm64' || existsSync('/proc/sys/fs/binfmt_misc/qemu-aarch64')) {
    await expect(building).resolves.toMatchObject({ imageId: expect.stringMatching(/^sha256:/) })
  } else {
    await expect(building).rejects.toThrow(
      expect.objectContaining({ hint: expect.stringContaining('native runner') }),
    )
  }
})
