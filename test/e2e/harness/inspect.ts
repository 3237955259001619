import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandResult, command } from './command.ts'
import { program } from './programs.ts'

export interface Published {
  digest: string
  platforms: string[]
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
    manifests?: { platform: { os: string; architecture: string } }[]
    annotations?: Record<string, string>
  }
  const platforms = manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)
  return { digest: digest.stdout.trim(), platforms: platforms.sort(), annotations }
}

/** All tags of a repository, as regctl sees them; none where there is no such repository. */
export async function listTags(repository: string): Promise<string[]> {
  const { exitCode, stdout, stderr } = await regctl(repository, 'tag', 'ls', repository)
  if (exitCode === 0) return stdout.split('\n').filter(Boolean).sort()
  if (/not found|NAME_UNKNOWN|404/i.test(stderr)) return []
  throw new Error(stderr)
}

/** The machine that a program in the image was compiled for, by its ELF header. */
export async function machineOf(reference: string, platform: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'image-actions-file-'))
  try {
    const file = join(folder, 'busybox')
    await regctl(reference, 'image', 'get-file', '--platform', platform, reference, '/bin/busybox', file)
    const header = await command('od', ['-An', '-tx2', '-j18', '-N2', file])
    const machines: Record<string, string> = { '003e': 'amd64', '00b7': 'arm64' }
    return machines[header.stdout.trim()] ?? header.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pulls with podman and runs it: what the image prints, and the architecture that its configuration names. */
export async function pullAndRun(reference: string): Promise<{ printed: string; architecture: string }> {
  const podman = async (...args: string[]) => (await command('podman', args)).stdout.trim()
  await podman('pull', '--quiet', '--tls-verify=false', reference)
  try {
    const architecture = await podman('image', 'inspect', '--format', '{{.Architecture}}', reference)
    const printed = await podman('run', '--rm', '--network', 'none', reference)
    return { printed, architecture }
  } finally {
    await podman('rmi', '--force', reference)
  }
}

function regctl(reference: string, ...args: string[]): Promise<CommandResult> {
  const plainHttp = `reg=${reference.slice(0, reference.indexOf('/'))},tls=disabled`
  return command(program('regctl'), ['--host', plainHttp, ...args], { anyExit: true })
}
