import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import type { Artifacts } from '../../../actions/base/artifacts.ts'
import { parsePodmanInfo } from '../../../actions/doctor/podman-info.ts'
import { carriedPlan, requireRecords } from '../../../actions/pipeline/carried-folder.ts'
import { parseCommandLine } from '../../../actions/pipeline/command-line.ts'
import { folderArtifacts } from '../../../actions/runner/artifact-folder.ts'
import { anywhereEvent, checkoutEvent } from '../../../actions/runner/local-event.ts'
import { reproduce } from '../../error-codes.ts'
import { finishedRun } from '../report/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'codes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const typed =
  (...args: string[]) =>
  () =>
    parseCommandLine(args)

/** A folder of artifacts with these in it. */
async function holding(...names: string[]): Promise<Artifacts> {
  const artifacts = folderArtifacts(join(folder, names.join('+') || 'empty'))
  for (const name of names) await artifacts.put(name, '{}')
  return artifacts
}

reproduce([
  ['IMG9001', 'no command', typed()],
  ['IMG9001', 'a command that is none', typed('publish')],
  ['IMG9002', 'an option that is none', typed('run', '--imgae', 'app')],
  ['IMG9003', 'an option without its value', typed('run', '--image')],
  ['IMG9003', 'another option in the place of a value', typed('run', '--image', '--trace')],
  ['IMG9003', 'a value for what takes none', typed('run', '--trace=yes')],
  ['IMG9004', 'a word that means nothing', typed('run', 'app')],
  ['IMG9004', 'a word too many', typed('rollback', 'app', '1.2.3', 'more')],
  ['IMG9004', 'two images to verify', typed('verify', 'app', 'web')],
  ['IMG9004', 'two shells', typed('completion', 'bash', 'zsh')],
  ['IMG9004', 'the same twice', typed('rollback', '--to', '1', 'app', '2')],
  ['IMG9005', 'no image to verify', typed('verify')],
  ['IMG9005', 'no mode', typed('snapshot')],
  ['IMG9005', 'no shell', typed('completion')],
  ['IMG9005', 'no image to clean up', typed('cleanup', '--dry-run')],
  ['IMG9007', 'no checkout', () => checkoutEvent(folder)],
  ['IMG9008', 'no folder', () => anywhereEvent(join(folder, 'none'))],
  [
    'IMG9009',
    'two plans in a folder',
    async () => carriedPlan(await holding('plan-000000000001', 'plan-000000000002')),
  ],
  [
    'IMG9010',
    'a record that was not brought',
    async () => requireRecords(finishedRun().plan, await holding()),
  ],
  ['IMG9012', 'a podman that tells something else', () => parsePodmanInfo('{"host": {}}')],
])
