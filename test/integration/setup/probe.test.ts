import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { probePodman } from '../../../actions/setup/probe.ts'
import { type PodmanEnvironment, podmanEnvironment } from '../podman.ts'

let podman: PodmanEnvironment
let folder: string
const run = processRunner(
  plainOutput(() => {}),
  new AbortController().signal,
)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-probe-'))
  podman = await podmanEnvironment(folder)
})

afterAll(() => podman.remove())

test('this machine’s podman is probed as it is', async () => {
  const found = await probePodman(run, podman.env)
  const { stdout } = await run('podman', ['--version'])
  expect(`podman version ${found?.version}`).toBe(stdout.trim())
  expect(found).toMatchObject({
    storageDriver: 'overlay',
    storage: join(folder, 'root'),
    rootless: process.getuid?.() !== 0,
    buildah: expect.stringMatching(/^\d+\.\d+/),
    buildahProgram: expect.stringMatching(/^\d+\.\d+/),
    cgroups: expect.stringMatching(/^cgroupfs, v[12]$/),
    runtime: expect.stringMatching(/^(crun|runc) \d/),
  })
  expect(found?.freeBytes).toBeGreaterThan(0)
})
