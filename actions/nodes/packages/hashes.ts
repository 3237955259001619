import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { printable, sentence } from '../../base/printable.ts'
import { normalPackage } from '../names.ts'
import { complaintOf } from './failure.ts'
import type { InstalledPackage } from './installed.ts'
import type { PackageTool } from './tool.ts'

/** By name: `sha256:…` of each file. */
export type Hashes = Map<string, string[]>

/** Asks the index for hashes. */
export class Asker {
  readonly #tool: PackageTool
  readonly #python: string
  readonly #folder: string

  constructor(tool: PackageTool, python: string, folder: string) {
    this.#tool = tool
    this.#python = python
    this.#folder = folder
  }

  /** All at once; where something is in no index, halves are asked for until it stands alone. */
  async hashesOf(packages: readonly InstalledPackage[]): Promise<Hashes> {
    if (packages.length === 0) return new Map()
    const found = this.#tool.name === 'uv' ? await this.#askUv(packages) : await this.#askPip(packages)
    if (found) return found
    if (packages.length === 1) return new Map()
    const half = Math.ceil(packages.length / 2)
    return new Map([
      ...(await this.hashesOf(packages.slice(0, half))),
      ...(await this.hashesOf(packages.slice(half))),
    ])
  }

  async #askUv(packages: readonly InstalledPackage[]): Promise<Hashes | undefined> {
    const output = join(this.#folder, 'locked.txt')
    await rm(output, { force: true })
    const result = await this.#tool.run(
      [
        'compile',
        ...['--python', this.#python, '--no-deps', '--generate-hashes', '--no-header', '--no-annotate'],
        ...['--quiet', '--output-file', output, await this.#listed(packages)],
      ],
      { anyExit: true },
    )
    if (result.exitCode === 0) return hashesIn(await readFile(output, 'utf8'))
    // 1: there is no such thing; anything else: nobody could be asked.
    if (result.exitCode !== 1) throw notAsked(result.stderr)
    return undefined
  }

  async #askPip(packages: readonly InstalledPackage[]): Promise<Hashes | undefined> {
    const report = join(this.#folder, 'report.json')
    // Only a talkative pip tells an index that is away from one that doesn't have it.
    const result = await this.#tool.run(
      [
        'install',
        ...['--dry-run', '--ignore-installed', '--no-deps', '-vv', '--report', report],
        ...['--requirement', await this.#listed(packages)],
      ],
      { anyExit: true },
    )
    if (result.exitCode === 0) return hashesInReport(await readFile(report, 'utf8'))
    const said = `${result.stdout}\n${result.stderr}`
    if (/Retrying \(|Could not fetch URL (?!.*\b404\b)|ConnectionError/.test(said)) throw notAsked(said)
    return undefined
  }

  async #listed(packages: readonly InstalledPackage[]): Promise<string> {
    const path = join(this.#folder, 'installed.txt')
    await writeFile(path, packages.map(({ name, version }) => `${name}==${version}\n`).join(''))
    return path
  }
}

/** `six==1.16.0 \`, and its hashes on the lines below. */
function hashesIn(text: string): Hashes {
  const entries = text.replaceAll('\\\n', ' ').split('\n')
  return new Map(
    entries.flatMap((entry): [string, string[]][] => {
      const name = /^([\w.-]+)==/.exec(entry)?.[1]
      const hashes = [...entry.matchAll(/--hash=(sha256:[0-9a-f]{64})/g)].map(([, hash = '']) => hash)
      return name === undefined ? [] : [[normalPackage(name), hashes]]
    }),
  )
}

interface PipReport {
  install: {
    metadata: { name: string }
    download_info: { archive_info?: { hashes?: { sha256?: string } } }
  }[]
}

function hashesInReport(text: string): Hashes {
  const { install } = JSON.parse(text) as PipReport
  return new Map(
    install.map(({ metadata, download_info: from }): [string, string[]] => {
      const hash = from.archive_info?.hashes?.sha256
      return [normalPackage(metadata.name), hash === undefined ? [] : [`sha256:${hash}`]]
    }),
  )
}

function notAsked(stderr: string): UserError {
  const said = sentence(printable(complaintOf(stderr).replace(/\s+/g, ' ')))
  return new UserError('IMG8606', `The hashes of the packages can't be found out: ${said}`, {
    hint: 'Run this again once the package index can be reached.',
  })
}
