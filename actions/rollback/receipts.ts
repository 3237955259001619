import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Digest } from '../base/digest.ts'
import { InputError, isUserError, UserError } from '../base/errors.ts'
import { manifestsIn, parseReceipt, type Receipt } from '../plan/receipt.ts'
import { checkOwnReceipt, checkReceiptDigest, readReceipt } from '../plan/receipt-source.ts'
import type { Manifest } from '../registry/types.ts'
import { earlierDocument, earlierDocuments } from '../runner/earlier-artifacts.ts'
import type { Runner } from '../runner/runner.ts'
import type { Destination } from './destination.ts'

export interface NamedReceipt {
  name: string
  receipt: Receipt
  /** What it keeps of the images that were replaced. */
  manifests: readonly Manifest[]
}

/** What runs of this repository have told of their doing. */
export interface ReceiptSource {
  /** Undefined for a destination that names none. */
  find(to: Destination): Promise<NamedReceipt | undefined>
  /** Of earlier runs, the newest first: those on this machine, and GitHub's where it may be asked. */
  list(): Promise<readonly NamedReceipt[]>
  /** The bytes of a manifest that some earlier run has replaced. */
  search(digest: Digest): Promise<Manifest | undefined>
}

/** So many runs back a list goes: each costs two requests. */
const MOST = 20
const PREFIX = 'receipt-'

export function receiptSource(runner: Runner, token: string): ReceiptSource {
  const { event, log } = runner
  const mayAsk = token !== '' && event.repository !== ''
  let read: Promise<NamedReceipt[]> | undefined
  const list = async (): Promise<NamedReceipt[]> => {
    const receipts = [...(await keptHere(runner)), ...(await listed())]
    const byName = new Map(receipts.toReversed().map((receipt) => [receipt.name, receipt]))
    return [...byName.values()].toSorted((a, b) => written(b) - written(a))
  }
  const listed = async (): Promise<NamedReceipt[]> => {
    if (!mayAsk) return []
    try {
      const documents = await earlierDocuments(PREFIX, MOST, event, { ...runner, token })
      return documents.flatMap(({ name, text }) => readable(name, text, event.repository))
    } catch (error) {
      if (!isUserError(error)) throw error
      log.warn(`Receipts of earlier runs are left out. ${error}`)
      return []
    }
  }
  const once = () => {
    read ??= list()
    return read
  }
  return {
    find: async (to) => {
      if (to.by === 'file') return fromFile(to.path, runner)
      if (to.by !== 'receipt') return undefined
      const text = (await (await runner.artifacts()).get(to.name)) ?? (await earlier(to.name))
      if (to.digest !== undefined) checkReceiptDigest(text, { artifact: to.name, digest: to.digest })
      return named(to.name, readReceipt(to.name, text), event.repository)
    },
    list: once,
    search: async (digest) => {
      const found = (await once()).flatMap(({ manifests }) => manifests)
      return found.find((manifest) => manifest.digest === digest)
    },
  }

  async function earlier(name: string): Promise<string> {
    if (mayAsk) return (await earlierDocument(name, event, { ...runner, token })).text
    throw new UserError('IMG6101', `The receipt ${name} lies with GitHub, which can’t be asked from here.`, {
      hint: 'Pass github-token, and start in a checkout of the repository; or give the path of the receipt.',
    })
  }
}

async function keptHere({ kept, event }: Runner): Promise<NamedReceipt[]> {
  const names = (await kept?.list(PREFIX)) ?? []
  const texts = await Promise.all(names.map(async (name) => (await kept?.get(name)) ?? ''))
  return names.flatMap((name, place) => readable(name, texts[place] ?? '', event.repository))
}

/** A date that is none comes last. */
function written({ receipt }: NamedReceipt): number {
  return Date.parse(receipt.created) || 0
}

async function fromFile(path: string, { event }: Runner): Promise<NamedReceipt> {
  const text = await readFile(resolve(event.workspace, path), 'utf8').catch((cause) => {
    throw new InputError('IMG6102', `The receipt "${path}" can’t be read.`, {
      hint: 'Check the path, which is relative to the checkout.',
      cause,
    })
  })
  return named(path, parseReceipt(text, path), event.repository)
}

function named(name: string, receipt: Receipt, repository: string): NamedReceipt {
  checkOwnReceipt(receipt, repository)
  return { name, receipt, manifests: manifestsIn(receipt) }
}

/** In a list, a receipt of another version or repository is no failure. */
function readable(name: string, text: string, repository: string): NamedReceipt[] {
  try {
    return [named(name, readReceipt(name, text), repository)]
  } catch (error) {
    if (isUserError(error)) return []
    throw error
  }
}
