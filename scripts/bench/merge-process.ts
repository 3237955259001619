// The merge alone, in a process of its own: everything that the action does, with plan, records and receipt in a folder.
import { systemClock } from '../../actions/base/clock.ts'
import type { RunEvent } from '../../actions/base/event.ts'
import { silentLog } from '../../actions/base/log.ts'
import { mergeImages } from '../../actions/merge/main.ts'
import { folderArtifacts } from '../../actions/runner/artifact-folder.ts'
import { plainOutput } from '../../actions/runner/output.ts'
import { processRunner } from '../../actions/runner/process.ts'

export interface MergeOrder {
  inputs: Record<string, string>
  event: RunEvent
  folder: string
}

const { inputs, event, folder } = JSON.parse(process.argv[2] ?? '') as MergeOrder
const { signal } = new AbortController()
const artifacts = folderArtifacts(folder)
const { error } = await mergeImages({
  inputs: { text: (name) => inputs[name] ?? '' },
  event,
  log: silentLog,
  run: processRunner(
    plainOutput(() => {}),
    signal,
  ),
  clock: systemClock,
  signal,
  temp: folder,
  environment: process.env,
  artifacts: async () => artifacts,
  setOutput: (name, value) => process.stdout.write(`${JSON.stringify({ [name]: value })}\n`),
  mask: () => {},
  saveState: () => {},
  state: () => '',
  addPath: () => {},
  exportVariable: () => {},
  summary: async () => {},
})
if (error !== undefined) throw error
