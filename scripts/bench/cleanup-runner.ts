import type { Clock } from '../../actions/base/clock.ts'
import type { RunEvent } from '../../actions/base/event.ts'
import { silentLog } from '../../actions/base/log.ts'
import { folderArtifacts } from '../../actions/runner/artifact-folder.ts'
import { plainOutput } from '../../actions/runner/output.ts'
import { processRunner } from '../../actions/runner/process.ts'
import type { Runner } from '../../actions/runner/runner.ts'

export interface CleanupOrder {
  inputs: Record<string, string>
  event: RunEvent
  folder: string
}

/** What GitHub's runner would give, with nobody to read what is said. */
export function cleanupRunner({ inputs, event, folder }: CleanupOrder, clock: Clock): Runner {
  const { signal } = new AbortController()
  const artifacts = folderArtifacts(folder)
  return {
    inputs: { text: (name) => inputs[name] ?? '' },
    event,
    log: silentLog,
    run: processRunner(
      plainOutput(() => {}),
      signal,
    ),
    clock,
    signal,
    temp: folder,
    environment: process.env,
    artifacts: async () => artifacts,
    setOutput: () => {},
    mask: () => {},
    saveState: () => {},
    state: () => '',
    addPath: () => {},
    exportVariable: () => {},
    summary: async () => {},
  }
}
