import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../base/digest.ts'
import { isUserError, reworded, UserError, userErrorsOf } from '../../base/errors.ts'
import { joined } from '../../base/joined.ts'
import { printable } from '../../base/printable.ts'
import type { NodeServices } from '../services.ts'
import { digestOfFiles, filesOf } from './files.ts'
import { receiveFile } from './received.ts'
import { unpack } from './unpack.ts'
import { addressOf } from './version.ts'
import { Refused, visit } from './web.ts'

export interface ArchiveJob {
  id: string
  version: string
  /** Address of ComfyUI's registry. */
  registry: string
  /** Empty: any. */
  allowHosts: readonly string[]
  /** From the lock. */
  expected?: { address: string; archive: string }
  /** As many bytes as an archive may have. */
  limit?: number
}

export interface FetchedArchive {
  address: string
  archive: Digest
  /** Of all files in it. */
  files: Digest
}

const LIMIT = 1024 ** 3

/** Puts this version of a registry node into a folder, which must not exist. Its errors name the node. */
export async function fetchArchive(
  job: ArchiveJob,
  into: string,
  services: NodeServices,
): Promise<FetchedArchive> {
  const folder = await mkdtemp(join(services.temp, 'archive-'))
  try {
    const address = job.expected?.address ?? (await addressOf(job, services))
    const file = join(folder, 'node.zip')
    const archive = await download(job, address, file, services)
    judgeChecksum(job, archive)
    await unpack(file, into)
    return { address, archive, files: digestOfFiles(await filesOf(into)) }
  } catch (error) {
    await rm(into, { recursive: true, force: true })
    throw named(job.id, error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function download(
  { version, allowHosts, limit = LIMIT }: ArchiveJob,
  address: string,
  file: string,
  services: NodeServices,
): Promise<Digest> {
  const what = `The archive of version ${version}`
  if (!URL.canParse(address))
    throw new UserError(
      'IMG8202',
      `${what} has no address in the lock, but ${JSON.stringify(printable(address))}.`,
      {
        hint: 'Make a new lock with mode lock.',
      },
    )
  try {
    return await visit(
      {
        address: new URL(address),
        what,
        allowHosts,
        receive: (incoming) => receiveFile(incoming, file, limit, what),
      },
      services,
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new UserError(
      'IMG8503',
      `${what} can't be downloaded: ${new URL(address).host} answered ${error.status}.`,
      {
        hint: 'Run this again later; if it stays so, the publisher has withdrawn it.',
        cause: error,
      },
    )
  }
}

function judgeChecksum({ expected, version }: ArchiveJob, archive: Digest): void {
  if (expected === undefined || expected.archive === archive) return
  throw new UserError(
    'IMG8507',
    `The archive of version ${version} has the checksum ${archive}, but the lock says ${expected.archive}.`,
    { hint: 'Somebody replaced it: find out why before a new lock is made.' },
  )
}

function named(id: string, error: unknown): unknown {
  if (!isUserError(error)) return error
  return joined(userErrorsOf(error).map((each) => reworded(each, `Node ${id}: ${each.message}`)))
}
