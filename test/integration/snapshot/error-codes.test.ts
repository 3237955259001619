import { chmod, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import type { RunEvent } from '../../../actions/base/event.ts'
import { verifyUnshared } from '../../../actions/snapshot/unshared.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { pushEvent } from '../../push-event.ts'
import { testRunner } from '../runner.ts'
import { FILE, openSnapshotScene, type SnapshotScene } from './fixture.ts'
import { openUpdating, type Updating } from './updating.ts'

let scene: SnapshotScene
let updating: Updating
beforeAll(async () => {
  scene = await openSnapshotScene()
  updating = await openUpdating([{ owner: 'ann', name: 'Plain' }])
})
beforeEach(() => updating.github.faults.clear())
afterAll(() => Promise.all([scene.remove(), updating.close()]))

type Inputs = Record<string, string>
const NODES = { 'https://github.com/o/node': { hash: 'a'.repeat(40), disabled: false } }
const LOCK = `{"schema": 1, "snapshot": "sha256:${'a'.repeat(64)}", "git": {}, "registry": {}, "packages": {}}`

/** In a checkout whose snapshot has one node; this is put beside it. */
const run =
  (inputs: Inputs, files: Record<string, string> = {}) =>
  async () => {
    const checkout = await scene.checkout({ more: { git_custom_nodes: NODES } })
    for (const [name, text] of Object.entries(files)) await writeFile(join(checkout, name), text)
    const { error, outcome } = await scene.job(inputs, checkout)
    throw error ?? outcome?.error
  }

const files: Reproduction[] = [
  ['IMG8002', 'a lock to be written nowhere', run({ mode: 'lock', lock: 'none' })],
  ['IMG8002', 'a snapshot of no archive', run({ mode: 'update', to: 'sha256-0000000' })],
  ['IMG8002', 'a pull request of nobody', run({ mode: 'pull-request', candidate: 'candidate.json' })],
  ['IMG8101', 'no snapshot', run({ mode: 'validate', snapshot: '' })],
  ['IMG8101', 'a snapshot that is not there', run({ mode: 'validate', snapshot: 'gone.json' })],
  ['IMG8101', 'a folder', run({ mode: 'validate', snapshot: '.' })],
  ['IMG8102', 'a file that no commit has', run({ mode: 'diff', from: 'HEAD:gone.json' })],
  ['IMG8102', 'an option in place of a commit', run({ mode: 'diff', from: '--filters:x.json' })],
  ['IMG8103', 'a lock that is not there', run({ mode: 'verify', lock: 'gone.json' })],
  [
    'IMG8104',
    'a lock of another snapshot',
    run({ mode: 'verify', lock: 'other.json' }, { 'other.json': LOCK }),
  ],
  ['IMG8105', 'a file for a folder', run({ mode: 'normalise', output: `${FILE}/x.json` })],
  ['IMG8105', 'a file for the report’s folder', run({ mode: 'validate', report: FILE })],
  ['IMG8301', 'nodes that are not there', run({ mode: 'save', nodes: 'gone' })],
  ['IMG8302', 'a Python that is not there', run({ mode: 'verify', python: 'no-such-python' })],
  ['IMG8801', 'a node that is not there', run({ mode: 'verify' })],
]

/** With a podman that has no ranges of users. */
async function unshared() {
  const folder = await mkdtemp(join(scene.folder, 'unshared-'))
  const podman = join(folder, 'podman')
  await writeFile(podman, '#!/bin/sh\necho "Error: cannot find UID/GID for user nobody" >&2\nexit 125\n')
  await chmod(podman, 0o755)
  const event = pushEvent({ workspace: folder })
  const environment = { PATH: `${folder}:${process.env.PATH}` }
  const { runner, remove } = await testRunner({ folder, inputs: {}, event, environment })
  const task = {
    runner,
    services: runner,
    inputs: { snapshot: FILE },
    path: (file: string) => join(folder, file),
  }
  await verifyUnshared(`sha256:${'a'.repeat(64)}`, task as never).finally(remove)
}

const updated = (inputs: Inputs) => async () =>
  updating.job({ mode: 'update', ...inputs }, await updating.checkout())
/** By another job, in a checkout that is prepared. */
const handedOn =
  (inputs: Inputs, event: Partial<RunEvent> = {}, prepare: (folder: string) => unknown = () => {}) =>
  async () => {
    const { outputs } = await updated({ 'archive-dir': 'kept' })()
    const checkout = await updating.checkout()
    await prepare(checkout)
    await updating.job({ candidate: outputs.get('candidate') ?? '', ...inputs }, checkout, event)
  }
const REFUSAL = '{"message":"GitHub Actions is not permitted to create or approve pull requests."}'

const updates: Reproduction[] = [
  ['IMG8303', 'a user without ranges of users', unshared],
  ['IMG8811', 'an update outside of the checkout', updated({ output: '../other.json' })],
  [
    'IMG8811',
    'a candidate that is none',
    handedOn({ mode: 'validate', candidate: 'forged.json' }, {}, (folder) =>
      writeFile(join(folder, 'forged.json'), '{}'),
    ),
  ],
  [
    'IMG8811',
    'a link out of the checkout',
    handedOn({ mode: 'validate' }, {}, (folder) => symlink(tmpdir(), join(folder, 'kept'))),
  ],
  [
    'IMG8821',
    'a pull request from a tag',
    handedOn({ mode: 'pull-request' }, { ref: 'refs/tags/v1', defaultBranch: '' }),
  ],
  [
    'IMG8822',
    'a repository that forbids it',
    () => {
      updating.github.faults.add({
        method: 'POST',
        path: '/pulls$',
        fault: { kind: 'status', status: 403, body: REFUSAL },
      })
      return handedOn({ mode: 'pull-request' })()
    },
  ],
]

reproduce([...files, ...updates])
