import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problems, UserError } from '../../base/errors.ts'
import { printable, sentence } from '../../base/printable.ts'
import type { Lock } from '../lock/lock.ts'
import type { NodeServices } from '../services.ts'
import { isOfTorch, isSameVersion } from './compare.ts'
import { complaintOf } from './failure.ts'
import { readInstalled } from './installed.ts'
import { requirementOf } from './requirements.ts'
import { sitePackagesOf } from './site-packages.ts'
import type { Installed } from './sources.ts'
import { findTool, type InstallArguments, installArguments } from './tool.ts'

type Locked = Lock['packages'][string] & { name: string }

/** Exactly what a lock says, each file by its hash; what is there already in that version is left alone. */
export async function installLocked(
  python: string,
  lock: Lock['packages'],
  services: NodeServices,
): Promise<void> {
  const missing = missingOf(lock, await installedFor(python))
  judge(missing, await installedFor(python))
  const folder = await mkdtemp(join(services.temp, 'packages-'))
  try {
    const install = await installer(python, folder, services)
    await install(missing.filter(({ hashes }) => hashes.length > 0).map(hashedLine), true)
    // A commit is its own hash, but no tool takes it for one.
    await install(missing.filter(({ hashes }) => hashes.length === 0).map(plainLine), false)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const still = missingOf(lock, await installedFor(python))
  if (still.length > 0)
    throw new UserError('IMG8607', `After installing, these are not as the lock says: ${listed(still)}.`, {
      hint: 'Make a new lock on this base image.',
    })
}

/** What is not there, or not as the lock says. */
function missingOf(lock: Lock['packages'], installed: Installed): Locked[] {
  return Object.entries(lock).flatMap(([name, locked]) => {
    const found = installed.get(name)
    const commit = /@([0-9a-f]{40})(?:#|$)/.exec(locked.address ?? '')?.[1]
    const same = found && isSameVersion(found.version, locked.version) && (!commit || found.commit === commit)
    return same ? [] : [{ name, ...locked }]
  })
}

function judge(missing: readonly Locked[], installed: Installed): void {
  const problems = new Problems()
  for (const locked of missing) {
    const { name, version, hashes, address } = locked
    const there = installed.get(name)?.version
    if (there !== undefined && isOfTorch(name))
      problems.add(
        'IMG8604',
        `The lock asks for ${name} ${version}, but the base image has ${there}, which stays.`,
        'Build on the base image that the lock was made on.',
      )
    else if (hashes.length === 0 && !isCommit(address))
      problems.add(
        'IMG8607',
        `The lock has no hash for ${name} ${version}, and the base image doesn't have it.`,
        'Build on the base image that the lock was made on, or make a new lock.',
      )
    else if (!requirementOf(plainLine(locked)))
      problems.add(
        'IMG8202',
        `The lock has ${JSON.stringify(printable(name))}, whose version or address nobody can install.`,
        'No tool writes that: find out who changed the lock, and make a new one.',
      )
  }
  problems.throwIfAny()
}

function isCommit(address: string | undefined): boolean {
  return address !== undefined && /^git\+https:\/\/.+@[0-9a-f]{40}(#|$)/.test(address)
}

async function installer(python: string, folder: string, services: NodeServices) {
  const tool = await findTool(python, services)
  return async (lines: readonly string[], hashed: boolean): Promise<void> => {
    if (lines.length === 0) return
    const file = join(folder, hashed ? 'locked.txt' : 'commits.txt')
    await writeFile(file, lines.map((line) => `${line}\n`).join(''))
    const job: InstallArguments = { files: [file], exactly: true, hashed }
    const result = await tool.run(installArguments(tool, python, job), { show: true, anyExit: true })
    if (result.exitCode === 0) return
    const said = sentence(printable(complaintOf(`${result.stdout}\n${result.stderr}`).replace(/\s+/g, ' ')))
    throw new UserError('IMG8607', `The packages of the lock can't be installed: ${said}`, {
      hint: /hash/i.test(said)
        ? 'A file is not the one that was locked: find out why before a new lock is made.'
        : 'Run this again once the index can be reached, or make a new lock.',
    })
  }
}

function plainLine({ name, version, address }: Pick<Locked, 'name' | 'version' | 'address'>): string {
  return address === undefined ? `${name}==${version}` : `${name} @ ${address}`
}

function hashedLine({ hashes, ...locked }: Locked): string {
  return [plainLine(locked), ...hashes.map((hash) => `--hash=${hash}`)].join(' ')
}

async function installedFor(python: string): Promise<Installed> {
  return await readInstalled(await sitePackagesOf(python))
}

function listed(packages: readonly Locked[]): string {
  return packages.map(({ name, version }) => `${name} ${version}`).join(', ')
}
