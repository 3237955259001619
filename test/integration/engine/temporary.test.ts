import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { podmanTemporary } from '../../../actions/engine/temporary.ts'
import { type EngineFixture, openEngineFixture } from './fixture.ts'

const CACHED = `FROM scratch
COPY busybox /bin/sh
COPY busybox /bin/busybox
RUN --mount=type=cache,target=/cache echo "found: $(/bin/busybox ls /cache)" && echo x > /cache/kept
`

let fixture: EngineFixture
beforeAll(async () => {
  fixture = await openEngineFixture()
})
afterAll(() => fixture.remove())

test('what a Containerfile caches outlives the folder of the job, and nothing else of podman does', async () => {
  const { engine, folder, printed } = fixture
  const context = await fixture.context(CACHED)
  const lasting = join(folder, 'lasting')
  await mkdir(lasting)
  for (const name of ['first job', 'second job']) {
    const job = join(folder, name)
    const TMPDIR = await podmanTemporary(job, { TMPDIR: lasting })
    const env = { ...engine.env, TMPDIR }
    await engine.run('podman', ['build', '--no-cache', context], { env, show: true })
    await rm(job, { recursive: true })
  }
  expect(printed.join('').match(/^found: .*/gm)).toEqual(['found: ', 'found: kept'])
  expect(await readdir(lasting)).toEqual([`buildah-cache-${process.getuid?.()}`])
})
