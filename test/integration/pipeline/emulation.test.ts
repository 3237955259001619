import { spawnSync } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runPipeline } from '../../../actions/pipeline/main.ts'
import { busybox } from '../../../scripts/setup/places.mjs'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'

const ARCHITECTURES = ['amd64', 'arm64']
const FOREIGN = process.arch === 'arm64' ? 'amd64' : 'arm64'
const CONTAINERFILE = `FROM scratch
ARG TARGETARCH
COPY busybox-$TARGETARCH /bin/sh
RUN ["/bin/sh", "-c", "echo built > /built"]
`

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await openPipelineFixture()
})
afterAll(() => fixture.remove())

/** Asked of the kernel itself: whether it has an emulator for the other platform's programs. */
function runsForeignPrograms(): boolean {
  return spawnSync(busybox(FOREIGN), ['echo', 'yes'], { encoding: 'utf8' }).stdout === 'yes\n'
}

test('a RUN step of the other platform is emulated and published, or the error says what is missing', async () => {
  const checkout = await fixture.context(CONTAINERFILE)
  for (const name of ARCHITECTURES) await copyFile(busybox(name), join(checkout, `busybox-${name}`))
  const inputs = fixture.inputs()
  const job = await fixture.job(checkout, inputs)
  const { error } = await runPipeline(job.runner)
  const registries = [fixture.ghcr, fixture.hub]
  if (runsForeignPrograms()) {
    expect(error).toBeUndefined()
    for (const { manifests } of registries) {
      const read = (reference: string) => {
        const { bytes = '{}' } = manifests.find(`octo/${inputs.image}`, reference) ?? {}
        return JSON.parse(Buffer.from(bytes).toString())
      }
      const children: { digest: string; platform: { architecture: string } }[] = read('latest').manifests
      expect(children.map(({ platform }) => platform.architecture)).toEqual(ARCHITECTURES)
      for (const { digest } of children) expect(read(digest).layers).toHaveLength(2)
    }
  } else {
    expect(String(error)).toContain(`The build for linux/${FOREIGN} failed`)
    expect(String(error)).toMatch(/build it on its native runner .*, or install binfmt emulation/)
    for (const { manifests } of registries) expect(manifests.tags(`octo/${inputs.image}`)).toEqual([])
  }
})
