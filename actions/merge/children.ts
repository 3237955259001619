import { Problems, UserError } from '../base/errors.ts'
import type { BuildRecord } from '../plan/record.ts'
import type { Archive } from '../registry/archive.ts'
import type { RepositoryClient } from '../registry/types.ts'
import { settle, type Targets } from '../transaction/targets.ts'

/** Reads every child again from every registry and holds it against its record: the client hashes the bytes. */
export async function verifyChildren(
  records: readonly BuildRecord[],
  targets: Targets,
  archive: Archive,
): Promise<void> {
  const reads = [...targets].flatMap(([repository, client]) =>
    records.map((record) => verifyChild(record, repository, client, archive)),
  )
  const problems = new Problems()
  for (const fault of await settle(reads)) if (fault) problems.add(fault.code, fault.message, fault.hint)
  problems.throwIfAny()
}

async function verifyChild(
  record: BuildRecord,
  repository: string,
  client: RepositoryClient,
  archive: Archive,
): Promise<UserError | undefined> {
  const child = `${repository}@${record.digest} (${record.platform})`
  const manifest = await client.getManifest(record.digest)
  if (!manifest)
    return new UserError('IMG4201', `${child} is not in the registry.`, {
      hint: 'It was removed after its build; re-run all jobs.',
    })
  archive.add(manifest)
  if (manifest.bytes.length === record.size && manifest.mediaType === record.mediaType) return undefined
  return new UserError(
    'IMG4103',
    `${child} is ${manifest.bytes.length} bytes of ${manifest.mediaType}; its record says ${record.size} bytes of ${record.mediaType}.`,
    { hint: 'Use the records of this run’s own build legs, unchanged.' },
  )
}
