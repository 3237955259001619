import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { systemClock } from '../../../actions/base/clock.ts'
import { silentLog } from '../../../actions/base/log.ts'
import type { SummarySection } from '../../../actions/base/summary.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import type { Runner } from '../../../actions/runner/runner.ts'
import { providePodman } from '../../../actions/setup/main.ts'
import { finishedRun } from '../../unit/report/run.ts'
import {
  makeRelease,
  podmanScript,
  type ReleaseServer,
  serveRelease,
  toolCacheIn,
  writeScript,
} from './release.ts'

let folder: string
let server: ReleaseServer
let told: {
  outputs: Record<string, string>
  variables: string[]
  paths: string[]
  log: string[]
  summary: SummarySection[]
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-main-'))
  told = { outputs: {}, variables: [], paths: [], log: [], summary: [] }
  await mkdir(join(folder, 'web'))
  await writeScript(join(folder, 'bin/podman'), podmanScript('4.9.3', '1.33.7'))
  await writeScript(join(folder, 'bin/sudo'), '#!/bin/sh\n')
})

afterEach(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

function runner(given: Record<string, string>): Runner {
  const signal = new AbortController().signal
  const run = processRunner(
    plainOutput(() => {}),
    signal,
  )
  const values: Record<string, string> = { context: 'web', 'minimum-buildah': 'auto', ...given }
  const nothing = { CONTAINERS_STORAGE_CONF: undefined, PATH: join(folder, 'bin') }
  return {
    inputs: { text: (name) => values[name] ?? '' },
    event: { workspace: folder } as Runner['event'],
    log: { ...silentLog, info: (message) => told.log.push(message) },
    run: (command, args, options) => run(command, args, { ...options, env: { ...nothing, ...options?.env } }),
    clock: systemClock,
    signal,
    temp: join(folder, 'temp'),
    environment: { HOME: join(folder, 'home'), PATH: nothing.PATH },
    artifacts: () => Promise.reject(new Error('Nobody asked for artifacts.')),
    setOutput: (name, value) => {
      told.outputs[name] = value
    },
    addPath: (path) => told.paths.push(path),
    exportVariable: (name) => told.variables.push(name),
    mask: () => {},
    saveState: () => {},
    state: () => '',
    summary: async (sections) => {
      told.summary.push(...sections)
    },
  }
}

const noTools = () => Promise.reject(new Error('Nobody asked for the tool cache.'))
const heredoc = 'FROM scratch\nRUN <<EOF\ntrue\nEOF\n'

test('without heredocs the runner’s podman will do, and later steps keep their settings', async () => {
  await writeFile(join(folder, 'web/Containerfile'), 'FROM scratch\n')
  await providePodman(runner({}), noTools)
  expect(told.outputs).toEqual({
    'podman-version': '4.9.3',
    'buildah-version': '1.33.7',
    installed: 'false',
    'storage-driver': 'overlay',
  })
  expect([...told.paths, ...told.variables]).toEqual([])
  expect(told.log.at(-1)).toMatch(/podman\s+4\.9\.3\s+of the runner/)
  expect(told.summary).toEqual([])
})

test('with heredocs a release is installed, and later steps find it', async () => {
  await writeFile(join(folder, 'web/Containerfile'), heredoc)
  const tools = await toolCacheIn(folder)
  const { bytes, sha256 } = await makeRelease(folder, podmanScript('5.7.0', '1.42.1'))
  server = await serveRelease(bytes)
  const url = `${server.origin}/releases/podman.tar.gz`
  const releases = ['amd64', 'arm64'].flatMap((name) => [
    [`podman-url-${name}`, url],
    [`podman-sha256-${name}`, sha256],
  ])
  const { path } = await providePodman(runner(Object.fromEntries(releases)), async () => tools)
  expect(told.outputs).toMatchObject({ 'podman-version': '5.7.0', installed: 'true' })
  expect(told.paths).toEqual([path])
  expect(told.variables).toEqual(['CONTAINERS_CONF', 'CONTAINERS_STORAGE_CONF'])
  expect(told.log.at(-1)).toMatch(/podman\s+5\.7\.0\s+installed by this step/)
  expect(told.summary).toEqual([expect.objectContaining({ markdown: expect.stringContaining('`5.7.0`') })])
})

test('a plan’s Containerfiles count, and those of the inputs do not', async () => {
  await writeFile(join(folder, 'web/Containerfile'), heredoc)
  await writeFile(join(folder, 'Containerfile'), 'FROM scratch\n')
  const { plan } = finishedRun()
  await providePodman(runner({ plan: JSON.stringify(plan) }), noTools)
  expect(told.outputs.installed).toBe('false')

  await writeFile(join(folder, 'Containerfile'), heredoc)
  await expect(providePodman(runner({ plan: JSON.stringify(plan) }), noTools)).rejects.toThrow(
    'buildah 1.35 or newer is needed (Containerfile uses heredocs)',
  )
})
