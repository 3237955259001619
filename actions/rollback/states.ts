import type { Digest } from '../base/digest.ts'
import { Archive } from '../registry/archive.ts'
import { readProvenance } from '../registry/provenance.ts'
import type { EarlierState } from '../report/rollback-states.ts'
import { headDigest, previousOf } from '../transaction/before.ts'
import { settle, type Targets, targetOf } from '../transaction/targets.ts'
import type { NamedReceipt } from './receipts.ts'
import { receiptTags } from './target.ts'

/** A list that nobody reads to its end helps nobody. */
const MOST = 20
const VERSION = /^v?\d+(?:\.\d+)*(?:[-+._].*)?$/

interface Found {
  to: string
  digest: Digest
  repository: string
  note?: string
}

/** What the tag can go back to, the likeliest first: the previous state, what earlier runs replaced, then versions. */
export async function listStates(
  tag: string,
  targets: Targets,
  receipts: readonly NamedReceipt[],
): Promise<EarlierState[]> {
  const archive = new Archive()
  for (const { manifests } of receipts) for (const manifest of manifests) archive.add(manifest)
  const repositories = await settle(
    [...targets.keys()].map((repository) => findStates(tag, repository, targets, receipts)),
  )
  const order = ['previous', ...receipts.map(({ name }) => name)]
  const place = ({ to }: Found) => (order.includes(to) ? order.indexOf(to) : order.length)
  const found = repositories.flat().toSorted((a, b) => place(a) - place(b) || newestFirst(a.to, b.to))
  const groups = Map.groupBy(found, ({ to, digest, note }) => `${to} ${digest} ${note ?? ''}`)
  return settle([...groups.values()].map((group) => describe(group, targets, archive)))
}

async function findStates(
  tag: string,
  repository: string,
  targets: Targets,
  receipts: readonly NamedReceipt[],
): Promise<Found[]> {
  const client = targetOf(targets, repository)
  const [now, tags] = await Promise.all([headDigest(tag, client), client.listTags()])
  const slot = previousOf(tag)
  const versions = tags.filter((name) => VERSION.test(name) && name !== tag).toSorted(newestFirst)
  const names = [...(tags.includes(slot) ? [slot] : []), ...versions.slice(0, MOST)]
  const held = await settle(
    names.map(async (name): Promise<Found[]> => {
      const digest = await headDigest(name, client)
      const to = name === slot ? 'previous' : name
      return digest === null ? [] : [{ to, digest, repository, ...noteOf(digest === now) }]
    }),
  )
  const replaced = receipts.flatMap((each) => replacedBy(each, tag, repository, now))
  return [...held.flat(), ...replaced.slice(0, MOST)]
}

function noteOf(held: boolean): { note?: string } {
  return held ? { note: 'held now' } : {}
}

/** What the tag held before that run, where the run gave it something else. */
function replacedBy(
  { name, receipt }: NamedReceipt,
  tag: string,
  repository: string,
  now: Digest | null,
): Found[] {
  return receiptTags(receipt, repository).flatMap(({ name: each, before, after }) => {
    if (each !== tag || before === null || before === after) return []
    const replaced = `replaced ${receipt.created.slice(0, 10)}`
    const note =
      before === now ? `${replaced}, held now` : after === now ? replaced : `${replaced}, needs force`
    return [{ to: name, digest: before, repository, note }]
  })
}

async function describe(group: readonly Found[], targets: Targets, archive: Archive): Promise<EarlierState> {
  const { to, digest, repository, note } = group[0]!
  const client = targetOf(targets, repository)
  const manifest = await archive.fetch(digest, client)
  const told = manifest ? await readProvenance('created', manifest, client, archive) : {}
  const lost = manifest ? undefined : 'deleted'
  const notes = [note, lost].filter(Boolean).join(', ')
  return {
    to,
    digest,
    repositories: group.map((each) => each.repository),
    ...(told.created ? { date: told.created } : {}),
    ...(told.version ? { version: told.version } : {}),
    ...(told.revision ? { revision: told.revision } : {}),
    ...(notes ? { note: notes } : {}),
  }
}

/** 1.10 comes before 1.9, and neither needs to be a whole version. */
function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true })
}
