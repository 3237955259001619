import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Artifacts } from '../base/artifacts.ts'
import type { Receipt } from '../plan/receipt.ts'

/** Where a terminal's own receipts stay, for a later rollback: no run on GitHub keeps them. */
export function receiptFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const state = environment.XDG_STATE_HOME || join(environment.HOME || home(), '.local/state')
  return join(state, 'image-actions')
}

/** Who has only a number, as in a container, has none. */
function home(): string {
  try {
    return homedir()
  } catch {
    return tmpdir()
  }
}

/** Artifacts of this run, and by name also receipts of earlier ones. */
export function withKeptReceipts(artifacts: Artifacts, kept: Pick<Artifacts, 'get'>): Artifacts {
  return { ...artifacts, get: async (name) => (await artifacts.get(name)) ?? kept.get(name) }
}

/** Those that tell of a tag that changed stay in the folder; gives their paths. */
export async function keepReceipts(artifacts: Artifacts, folder: string): Promise<string[]> {
  const names = await artifacts.list('receipt-')
  if (names.length === 0) return []
  const { parseReceipt } = await import('../plan/receipt.ts')
  const kept: string[] = []
  for (const name of names) {
    const text = (await artifacts.get(name)) ?? ''
    if (!changedTags(parseReceipt(text, name))) continue
    const path = join(folder, `${name}.json`)
    // A folder that is carried from machine to machine shows those of earlier runs again.
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    await mkdir(folder, { recursive: true })
    await writeFile(path, text)
    kept.push(path)
  }
  return kept
}

function changedTags({ images }: Receipt): boolean {
  const tags = images.flatMap(({ repositories }) => repositories.flatMap((each) => each.tags))
  return tags.some(({ before, after }) => before !== after)
}
