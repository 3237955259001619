import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { type CommandResult, command } from './command.ts'
import { program } from './programs.ts'

export interface Published {
  digest: string
  platforms: string[]
  /** Digests of the platforms' manifests, in their order. */
  children: string[]
  annotations: Record<string, string>
}

/** What a tag holds, as crane sees it: not our own client. Undefined: there is no such tag. */
export async function inspect(reference: string): Promise<Published | undefined> {
  const crane = (verb: string) =>
    command(program('crane'), [verb, '--insecure', reference], { anyExit: true })
  const [digest, manifest] = await Promise.all([crane('digest'), crane('manifest')])
  if (digest.exitCode !== 0) {
    if (/MANIFEST_UNKNOWN|NAME_UNKNOWN|404/.test(digest.stderr)) return undefined
    throw new Error(digest.stderr)
  }
  const { manifests = [], annotations = {} } = JSON.parse(manifest.stdout) as {
    manifests?: { digest: string; platform: { os: string; architecture: string } }[]
    annotations?: Record<string, string>
  }
  const platforms = manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)
  const children = manifests.map(({ digest }) => digest)
  return { digest: digest.stdout.trim(), platforms: platforms.sort(), children, annotations }
}

/** Fetches everything that a tag reaches, all platforms and layers, and compares digests and sizes: with crane. */
export async function isWhole(reference: string): Promise<void> {
  await command(program('crane'), ['validate', '--insecure', '--remote', reference])
}

/** All tags of a repository, as regctl sees them; none where there is no such repository. */
export async function listTags(repository: string): Promise<string[]> {
  const { exitCode, stdout, stderr } = await regctl(repository, 'tag', 'ls', repository)
  if (exitCode === 0) return stdout.split('\n').filter(Boolean).sort()
  if (/not found|NAME_UNKNOWN|404/i.test(stderr)) return []
  throw new Error(stderr)
}

interface Pulled {
  /** What the image's configuration says. */
  architecture: string
  /** What the program in it was compiled for, by its ELF header. */
  machine: string
}

/** Pulls one platform with podman and looks inside. */
async function pull(reference: string, platform: string): Promise<Pulled> {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-pull-'))
  const file = join(folder, 'busybox')
  try {
    await podman('pull', '--quiet', '--tls-verify=false', '--platform', platform, reference)
    const architecture = await podman('image', 'inspect', '--format', '{{.Architecture}}', reference)
    const container = await podman('create', '--platform', platform, '--network', 'none', reference)
    await podman('cp', `${container}:/bin/busybox`, file)
    await podman('rm', container)
    return { architecture, machine: machineOf(readFileSync(file)) }
  } finally {
    await podman('rmi', '--force', reference)
    rmSync(folder, { recursive: true, force: true })
  }
}

const NATIVE = process.arch === 'arm64' ? 'arm64' : 'amd64'
/** What `uname -m` prints on this machine. */
const MACHINE = { amd64: 'x86_64', arm64: 'aarch64' }[NATIVE]

/**
 * Pulls an image of busybox from every registry, as its users would: on this machine it runs, and for every platform the
 * image says that it is of that platform, and its program was compiled for it.
 */
export async function runEverywhere(
  hosts: readonly string[],
  image: string,
  architectures: readonly string[] = ['amd64', 'arm64'],
): Promise<void> {
  for (const host of hosts) {
    const reference = `${host}/octo/${image}`
    if (architectures.includes(NATIVE)) expect(await pullAndRun(reference)).toBe(MACHINE)
    for (const name of architectures)
      expect(await pull(reference, `linux/${name}`)).toEqual({ architecture: name, machine: name })
  }
}

/** Pulls for this machine and runs: what the image prints. */
async function pullAndRun(reference: string): Promise<string> {
  await podman('pull', '--quiet', '--tls-verify=false', reference)
  try {
    return await podman('run', '--rm', '--network', 'none', reference)
  } finally {
    await podman('rmi', '--force', reference)
  }
}

function machineOf(program: Uint8Array): string {
  const number = new DataView(program.buffer, program.byteOffset).getUint16(18, true)
  return { 62: 'amd64', 183: 'arm64' }[number] ?? String(number)
}

async function podman(...args: string[]): Promise<string> {
  return (await command('podman', args)).stdout.trim()
}

function regctl(reference: string, ...args: string[]): Promise<CommandResult> {
  const plainHttp = `reg=${reference.slice(0, reference.indexOf('/'))},tls=disabled`
  return command(program('regctl'), ['--host', plainHttp, ...args], { anyExit: true })
}
