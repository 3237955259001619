import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { verifyInstallation } from '../../../actions/nodes/prove/verify.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { makeScene, nothing, type Scene } from './restoring.ts'

const CORE = 'comfyanonymous/ComfyUI'
const actions = (path: string) =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../../actions', path)).href)
/** A restore in a process of its own, which can be killed. */
const PROGRAM = `
import { restore } from ${actions('nodes/restore/restore.ts')}
import { silentLog } from ${actions('base/log.ts')}
import { systemClock as clock } from ${actions('base/clock.ts')}
import { plainOutput } from ${actions('runner/output.ts')}
import { processRunner } from ${actions('runner/process.ts')}
const { job, temp } = JSON.parse(process.argv[1])
const { signal } = new AbortController()
const run = processRunner(plainOutput(() => {}), signal)
const services = { run, log: silentLog, clock, random: Math.random, signal, temp, environment: process.env }
await restore(job, services)
`
/** git, after whose nth call nothing of its caller is left. */
const KILLER = `#!/bin/sh
PATH=\${PATH#*:}
git "$@"
code=$?
echo x >> "$CALLS"
[ "$(wc -l < "$CALLS")" -eq "$LAST_CALL" ] && kill -9 $PPID
exit $code
`

let scene: Scene
let snapshot: Snapshot
beforeEach(async () => {
  scene = await makeScene([
    { owner: 'comfyanonymous', name: 'ComfyUI', content: { '.gitignore': '/custom_nodes/\n/models/\n' } },
    { owner: 'ann', name: 'Inner' },
    { owner: 'ann', name: 'Outer', submodules: [{ path: 'inner', owner: 'ann', name: 'Inner' }] },
  ])
  const pin = (name: string, back: number) => scene.repositories.get(name).commits.at(-back) ?? ''
  const { url } = scene.repositories.get('ann/Outer')
  snapshot = {
    ...{ ...nothing, comfyui: pin(CORE, 1), git: [{ url, commit: pin('ann/Outer', 1), disabled: false }] },
  }
})
afterEach(() => scene.remove())

test('who is killed at any moment leaves what a second run finishes', async () => {
  const bin = join(scene.folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'git'), KILLER)
  chmodSync(join(bin, 'git'), 0o755)
  const killed: number[] = []
  for (let last = FIRST; ; last += STEP) {
    const core = join(scene.folder, `ComfyUI-${last}`)
    mkdirSync(core)
    const to = { core, nodes: join(core, 'custom_nodes'), python: undefined }
    if (start(bin, to, last) !== 'SIGKILL') break
    killed.push(last)
    await scene.restore(snapshot, { to })
    const { mismatches } = await verifyInstallation(
      { snapshot, of: to, installScripts: 'never' },
      scene.services,
    )
    expect(mismatches).toEqual([])
    expect(readdirSync(to.nodes)).toEqual(['Outer'])
    expect(readFileSync(join(core, '.git/HEAD'), 'utf8')).toBe(`${snapshot.comfyui}\n`)
  }
  expect(killed.length).toBeGreaterThan(5)
}, 120_000)

const FIRST = 2
const STEP = 2

function start(bin: string, to: object, last: number): string | null {
  const job = { snapshot, to, jobs: 1, extras: 'disable', installScripts: 'never', requirements: [] }
  const given = JSON.stringify({
    job: { ...job, allowHosts: [], registry: 'http://127.0.0.1:9' },
    temp: scene.services.temp,
  })
  const env = {
    ...scene.services.environment,
    NODE_OPTIONS: '',
    PATH: [bin, process.env.PATH].join(delimiter),
    CALLS: join(scene.folder, `calls-${last}`),
    LAST_CALL: String(last),
  }
  const args = ['--input-type=module', '--eval', PROGRAM, given]
  const { status, signal, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (signal === null && status !== 0) throw new Error(stderr)
  return signal
}
