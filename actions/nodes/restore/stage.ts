import { join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { fetchArchive } from '../archives/fetch-archive.ts'
import { checkOut } from '../git/checkout.ts'
import type { Source } from '../git/fetch.ts'
import { commitTime, setTimes } from '../git/times.ts'
import { contentOf } from '../prove/verify-node.ts'
import type { NodeServices } from '../services.ts'
import type { RegistryNode } from '../snapshot.ts'
import type { RestoreJob } from './job.ts'
import { mismatchText } from './mismatch.ts'
import { pinOf, type WantedNode } from './wanted.ts'

/** Brings a node, proven, to where nobody loads it yet. */
export async function stage(
  node: WantedNode,
  folder: string,
  job: RestoreJob,
  source: Source,
  services: NodeServices,
): Promise<void> {
  if ('url' in node.source) {
    await checkOut(source, node.source, folder, job.allowHosts)
    const seconds = await commitTime(source.git, { gitDir: join(folder, '.git') }, node.source.commit)
    await setTimes(folder, seconds)
  } else await unpackArchive(node.source, folder, job, services)
  const as = { ...job, installScripts: 'never' as const }
  const [difference] = await contentOf(node, { link: false }, folder, as, source.git)
  if (difference === undefined) return
  throw new UserError('IMG8706', `What was fetched is not ${pinOf(node)}: ${mismatchText(difference)}.`, {
    hint: 'Run it again; if it stays so, somebody hands out something else than what the snapshot or its lock names.',
  })
}

async function unpackArchive(
  { id, version }: RegistryNode,
  folder: string,
  { registry, allowHosts, lock }: RestoreJob,
  services: NodeServices,
): Promise<void> {
  const expected = lock?.registry[id]
  await fetchArchive(
    { id, version, registry, allowHosts, ...(expected ? { expected } : {}) },
    folder,
    services,
  )
}
