import { code, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import { textTable } from '../base/text-table.ts'
import { formatBytes } from '../base/units.ts'
import type { SetupResult } from './run.ts'

const HEAD = ['', 'Found', 'Note'] as const

/** For the log. */
export function setupTable(result: SetupResult): string {
  return textTable(HEAD, rows(result))
}

/** For the summary, where something was installed. */
export function setupSection(result: SetupResult): SummarySection {
  const cells = rows(result).map(([name = '', found = '', note = '']) => [name, code(found), plain(note)])
  const advice = `A podman was installed, as the runner's is too old. Simpler: \`runs-on: ${result.newerRunner}\` has one that is new enough.`
  return { markdown: `### podman\n\n${table(HEAD, cells)}\n\n${advice}`, importance: 6 }
}

function rows({ podman, requirement, installed }: SetupResult): string[][] {
  const need = `at least ${requirement.minimum}: ${requirement.reason}`
  return [
    ['podman', podman.version, installed ? 'installed by this step' : 'of the runner'],
    ['buildah in podman', podman.buildah, need],
    ['buildah', podman.buildahProgram ?? 'none', ''],
    ['storage driver', podman.storageDriver, podman.storage],
    ['cgroups', podman.cgroups, ''],
    ['runtime', podman.runtime, podman.rootless ? 'rootless' : 'as root'],
    ['free disk', podman.freeBytes === undefined ? 'unknown' : formatBytes(podman.freeBytes), ''],
  ]
}
