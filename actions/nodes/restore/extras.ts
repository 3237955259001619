import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isThere } from '../../base/there.ts'
import { DISABLED } from '../installation.ts'
import type { RestoreJob } from './job.ts'
import { move } from './move.ts'
import type { Place } from './survey.ts'

/** Sees to it that ComfyUI no longer loads what the snapshot doesn't have. */
export async function settleExtras(
  { extras: rule, to }: Pick<RestoreJob, 'extras' | 'to'>,
  extras: readonly Place[],
): Promise<void> {
  for (const { path } of extras) {
    const place = join(to.nodes, path)
    if (rule === 'remove') await rm(place, { recursive: true, force: true })
    if (rule === 'disable') await move(place, await freePlace(to.nodes, path))
  }
}

/** Nothing that was switched off before is overwritten. */
async function freePlace(nodes: string, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const place = join(nodes, DISABLED, count === 1 ? name : `${name}@${count}`)
    if (!(await isThere(place))) return place
  }
}
