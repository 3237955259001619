import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { formatRepository } from '../../../actions/base/reference.ts'
import type { Packages } from '../../../actions/packages/types.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import { type Receipt, receiptArtifact } from '../../../actions/plan/receipt.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { type Destination, readDestination } from '../../../actions/rollback/destination.ts'
import type { NamedReceipt, ReceiptSource } from '../../../actions/rollback/receipts.ts'
import { type Rollback, runRollback } from '../../../actions/rollback/run.ts'
import { finishTransaction } from '../../../actions/transaction/aftermath.ts'
import { Journal, journalPath } from '../../../actions/transaction/journal.ts'
import type { MemoryRegistries } from '../merge/memory-registries.ts'
import { childDigest, GHCR, HUB, indexFor, LATEST, PLATFORMS, planFor } from '../merge/plans.ts'
import { memoryArtifacts, testClock } from '../merge/world.ts'

export const BOTH = [GHCR, HUB]

/** The plan of a revision, and so its image. */
export function revision(name: string, repositories: string[] = BOTH): Plan {
  return planFor({ revision: name, tags: [LATEST], repositories })
}

export function imageOf(name: string): Digest {
  return indexFor(revision(name)).digest
}

export function childrenOf(name: string): Digest[] {
  return PLATFORMS.map((platform) => childDigest(revision(name), platform))
}

/** What was deleted and can be restored, by repository; restoring shows it again. */
export class MemoryPackages implements Packages {
  readonly #registries: MemoryRegistries
  readonly kept = new Map<string, Map<Digest, Manifest>>()
  opened = 0

  constructor(registries: MemoryRegistries) {
    this.#registries = registries
  }

  /** As GitHub deletes: for a while it can be restored. */
  remove(repository: string, ...digests: Digest[]): void {
    const { manifests } = this.#registries.content(repository)
    const kept = this.kept.get(repository) ?? new Map<Digest, Manifest>()
    this.kept.set(repository, kept)
    for (const digest of digests) {
      const manifest = manifests.get(digest)
      if (manifest) kept.set(digest, manifest)
      manifests.delete(digest)
    }
  }

  open(repository: { host: string; path: string }): ReturnType<Packages['open']> {
    const name = formatRepository(repository)
    const kept = () => this.kept.get(name)
    const unused = (): never => {
      throw new Error('A rollback deletes nothing.')
    }
    this.opened += 1
    return {
      repository,
      kind: name.startsWith('ghcr') ? 'ghcr' : 'oci',
      listsUntagged: false,
      versions: unused,
      remove: unused,
      untag: unused,
      ...(name.startsWith('ghcr') ? { restorable: async (digest) => kept()?.has(digest) ?? false } : {}),
      restore: async (digest) => {
        const manifest = kept()?.get(digest)
        if (!manifest) return { outcome: 'kept', reason: 'it is gone' }
        this.#registries.store(name, manifest)
        return { outcome: 'done' }
      },
    }
  }

  close(): void {}
}

export function receiptsOf(...receipts: Receipt[]): ReceiptSource {
  const named = receipts.map((receipt): NamedReceipt => {
    const manifests = Object.entries(receipt.manifests).map(([digest, { mediaType, content }]) => ({
      digest: digest as Digest,
      mediaType,
      bytes: Buffer.from(content),
    }))
    return { name: receiptArtifact(receipt.plan, receipt.attempt), receipt, manifests }
  })
  return {
    find: async (to: Destination) =>
      to.by === 'receipt' ? named.find(({ name }) => name === to.name) : undefined,
    list: async () => named,
    search: async (digest) =>
      named.flatMap(({ manifests }) => manifests).find((manifest) => manifest.digest === digest),
  }
}

export interface Asked extends Partial<Omit<Rollback, 'inputs'>> {
  to?: string
  tag?: string
  repositories?: string[]
  force?: boolean
  dryRun?: boolean
  keepPrevious?: boolean
}

export interface World {
  temp: string
  rollBack(registries: MemoryRegistries, asked?: Asked): ReturnType<typeof runRollback>
  /** What `post:` does; its error, if any. */
  finish(registries: MemoryRegistries): Promise<unknown>
  remove(): void
}

export function newWorld(): World {
  const temp = mkdtempSync(join(tmpdir(), 'rollback-'))
  let id = ''
  let runs = 0
  return {
    temp,
    rollBack: (registries, asked = {}) => {
      const { to = 'previous', tag = 'latest', repositories = BOTH, ...rest } = asked
      const { force = false, dryRun = false, keepPrevious = true, ...more } = rest
      const flags = { force, dryRun, keepPrevious }
      // No run ever finds the journal of another.
      id = (runs++).toString(16).padStart(12, '0')
      return runRollback({
        inputs: { image: 'app', repositories, tag, to: readDestination(to), ...flags },
        repository: 'acme/app',
        receipts: receiptsOf(),
        id,
        attempt: 1,
        artifacts: async () => memoryArtifacts(),
        openRegistries: (signal) => {
          registries.signal = signal
          return registries
        },
        openPackages: async () => new MemoryPackages(registries),
        signal: new AbortController().signal,
        clock: testClock(),
        temp,
        log: silentLog,
        ...more,
      })
    },
    finish: async (registries) => {
      registries.trouble = () => undefined
      registries.signal = undefined
      const journal = Journal.read(journalPath(temp, id))
      if (!journal) return undefined
      const aftermath = { registries, artifacts: memoryArtifacts(), clock: testClock(), log: silentLog }
      return finishTransaction(journal, aftermath).catch((error) => error)
    },
    remove: () => rmSync(temp, { recursive: true, force: true }),
  }
}

/** Whether whoever pulls this gets it: walked from the bytes, as a registry holds them. */
export function isWhole(registries: MemoryRegistries, repository: string, digest: Digest): boolean {
  const { manifests, blobs } = registries.content(repository)
  const manifest = manifests.get(digest)
  if (!manifest || digestOf(manifest.bytes) !== digest) return false
  const content = JSON.parse(Buffer.from(manifest.bytes).toString())
  const children: { digest: Digest }[] = content.manifests ?? []
  const parts: { digest: Digest }[] = [...(content.config ? [content.config] : []), ...(content.layers ?? [])]
  return (
    children.every((child) => isWhole(registries, repository, child.digest)) &&
    parts.every((part) => blobs.has(part.digest))
  )
}
