import { delimiter, dirname, join } from 'node:path'
import { isUserError, messageOf, UserError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { RunProcess } from '../base/process.ts'
import { said } from '../base/said.ts'
import { isAtLeast } from '../engine/buildah.ts'
import { loadProfile } from './apparmor.ts'
import type { Bundle } from './bundle.ts'
import { ARCHITECTURES, type SetupInputs } from './inputs.ts'
import { installPodman, type ToolCache } from './install.ts'
import { type Podman, probePodman } from './probe.ts'
import type { Requirement } from './requirement.ts'
import { type User, writeSettings } from './settings.ts'

export interface SetupWorld {
  run: RunProcess
  log: Log
  tools: () => Promise<ToolCache>
  /** As images call it: amd64, arm64. */
  architecture: string
  user: User
  environment: Readonly<Record<string, string | undefined>>
  /** Where the settings of an installed podman are written. */
  folder: string
  demandsProfile: () => Promise<boolean>
}

export interface SetupResult {
  podman: Podman
  requirement: Requirement
  installed: boolean
  /** What the steps that follow need to find an installed podman. */
  path: string | undefined
  variables: Record<string, string>
  newerRunner: string
}

/** The runner's podman where it is new enough, else the pinned release. */
export async function setUp(
  inputs: SetupInputs,
  requirement: Requirement,
  world: SetupWorld,
): Promise<SetupResult> {
  const newerRunner = newerRunnerFor(world.architecture)
  const found = await probePodman(world.run)
  if (found && isAtLeast(found.buildah, requirement.minimum)) {
    return { podman: found, requirement, installed: false, path: undefined, variables: {}, newerRunner }
  }
  const lacking = describe(found, requirement)
  world.log.info(lacking)
  const { architecture, release } = releaseFor(inputs, world.architecture, lacking)
  const bundle = await installPodman(release, architecture, await world.tools())
  const variables = await prepare(bundle, world)
  const path = dirname(bundle.podman)
  const podman = await probeInstalled(world, path, variables)
  if (!isAtLeast(podman.buildah, requirement.minimum)) throw stillTooOld(podman, requirement)
  return { podman, requirement, installed: true, path, variables, newerRunner }
}

function newerRunnerFor(architecture: string): string {
  return architecture === 'arm64' ? 'ubuntu-26.04-arm' : 'ubuntu-26.04'
}

function describe(found: Podman | undefined, { minimum, reason }: Requirement): string {
  const needed = `buildah ${minimum} or newer is needed (${reason})`
  return found
    ? `${needed}; this runner has podman ${found.version} with buildah ${found.buildah}.`
    : `${needed}; this runner has no podman.`
}

function releaseFor(inputs: SetupInputs, name: string, lacking: string) {
  const architecture = ARCHITECTURES.find((known) => known === name)
  const release = architecture && inputs.releases[architecture]
  if (architecture && release) return { architecture, release }
  const inputNames = `"podman-url-${name}" and "podman-sha256-${name}"`
  const install = architecture
    ? `Simplest: take the runner ${newerRunnerFor(name)}. Or set ${inputNames} to a podman-static release that you trust, and its checksum.`
    : `There is no static release for ${name}: install a newer podman on this runner.`
  throw new UserError('IMG2010', lacking, { hint: install })
}

async function prepare(bundle: Bundle, world: SetupWorld): Promise<Record<string, string>> {
  const replaced = world.environment.CONTAINERS_CONF
  if (replaced)
    world.log.warn(`CONTAINERS_CONF pointed to ${replaced}; the installed podman has settings of its own.`)
  const variables = await writeSettings(world.folder, bundle, world.user)
  if (world.user.id !== 0 && (await world.demandsProfile()))
    await loadProfile(bundle.unsharing, world.folder, world.run)
  return variables
}

async function probeInstalled(
  world: SetupWorld,
  path: string,
  variables: Record<string, string>,
): Promise<Podman> {
  const others = world.environment.PATH ?? ''
  const env = { ...variables, PATH: [path, others].join(delimiter) }
  const podman = await probePodman(world.run, env).catch((error) => {
    throw isUserError(error) ? unusable(messageOf(error), error) : error
  })
  if (!podman) throw unusable(`${join(path, 'podman')} can't be started`)
  return podman
}

function unusable(reason: string, cause?: unknown): UserError {
  return new UserError('IMG2016', `The podman that was installed does not work here: ${said(reason)}.`, {
    hint: 'Pin a static release for the architecture of this runner: it must need no libraries of the machine.',
    cause,
  })
}

function stillTooOld(podman: Podman, { minimum }: Requirement): UserError {
  return new UserError(
    'IMG2011',
    `The installed podman ${podman.version} has buildah ${podman.buildah}; ${minimum} or newer is needed.`,
    { hint: 'Pin a newer podman-static release.' },
  )
}
