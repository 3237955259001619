import { Problems, UserError } from '../base/errors.ts'
import { type InputReader, readInteger, readLines, readPairs } from '../base/inputs.ts'
import { isLoopback } from '../base/reference.ts'
import { parseHost } from './hosts.ts'
import { checkLogin, parseLogins } from './logins.ts'
import type { Login, RegistryKind } from './types.ts'

/** Who this run is at which registry, and how each registry is spoken to. */
export interface RegistryAccess {
  /** By host, or host and the beginning of a path; given as inputs, so they outrank existing logins. */
  logins: ReadonlyMap<string, Login>
  kinds: ReadonlyMap<string, KindOfHost>
  /** Hosts that speak plain HTTP; loopback may anyway. */
  insecure: ReadonlySet<string>
  /** How often a request is made altogether. */
  retries: number
  /** How long a request may take with all its attempts, in milliseconds. */
  timeout: number
}

interface KindOfHost {
  kind: RegistryKind
  /** Where the registry's own API is, when not at the usual place. */
  api?: string
}

export interface AccessContext {
  actor: string
}

const USUAL_KINDS: readonly [string, KindOfHost][] = [
  ['ghcr.io', { kind: 'ghcr' }],
  ['docker.io', { kind: 'dockerhub' }],
]
const KINDS: readonly RegistryKind[] = ['ghcr', 'dockerhub', 'oci']

/** Reads all inputs about registries; everything that is wrong with them is reported together. */
export function readRegistryAccess(reader: InputReader, context: AccessContext): RegistryAccess {
  const problems = new Problems()
  const kinds = new Map(USUAL_KINDS)
  for (const [host, kind] of problems.try(() => readKinds(reader)) ?? []) kinds.set(host, kind)
  const access = {
    ...readLoginsAndHosts(reader, context, kinds, problems),
    kinds,
    retries: problems.try(() => readCount(reader, 'retries', 3, 10)) ?? 3,
    timeout: (problems.try(() => readCount(reader, 'timeout', 15, 360)) ?? 15) * 60_000,
  }
  problems.throwIfAny()
  return access
}

/** What podman alone needs to pull. */
export type PullAccess = Pick<RegistryAccess, 'logins' | 'insecure'>

/** Reads the inputs for somebody who only pulls. */
export function readPullAccess(reader: InputReader, context: AccessContext): PullAccess {
  const problems = new Problems()
  const access = readLoginsAndHosts(reader, context, new Map(USUAL_KINDS), problems)
  problems.throwIfAny()
  return access
}

function readLoginsAndHosts(
  reader: InputReader,
  context: AccessContext,
  kinds: ReadonlyMap<string, KindOfHost>,
  problems: Problems,
): PullAccess {
  const logins = new Map<string, Login>()
  const add = (kind: RegistryKind, login: Login | undefined) => {
    for (const [host, found] of kinds) if (login && found.kind === kind) logins.set(host, login)
  }
  add(
    'ghcr',
    problems.try(() => readGitHub(reader, context)),
  )
  add(
    'dockerhub',
    problems.try(() => readDockerHub(reader)),
  )
  const given = problems.try(() => parseLogins(reader.text('registry-auth'))) ?? []
  for (const [key, login] of given) logins.set(key, login)
  return { logins, insecure: new Set(problems.try(() => readHosts(reader)) ?? []) }
}

export function kindOf(access: Pick<RegistryAccess, 'kinds'>, host: string): RegistryKind {
  return access.kinds.get(host)?.kind ?? 'oci'
}

/** The address of the registry's own API, where `registry-kinds` gives one. */
export function apiOf(access: Pick<RegistryAccess, 'kinds'>, host: string): string | undefined {
  return access.kinds.get(host)?.api
}

export function speaksHttp(access: Pick<RegistryAccess, 'insecure'>, host: string): boolean {
  return isLoopback(host) || access.insecure.has(host)
}

/** All that must never be seen in a log. */
export function secretsOf(access: Pick<RegistryAccess, 'logins'>): string[] {
  return [...access.logins.values()].flatMap((login) =>
    'identityToken' in login ? [login.identityToken] : [login.password, basicOf(login)],
  )
}

export function basicOf(login: { username: string; password: string }): string {
  return Buffer.from(`${login.username}:${login.password}`).toString('base64')
}

function readGitHub(reader: InputReader, context: AccessContext): Login | undefined {
  const password = reader.text('github-token')
  if (password === '') return undefined
  return checkLogin({ username: context.actor || 'x-access-token', password }, 'Input "github-token"')
}

/** Only a user: a pull request from a fork sees variables, but no secrets. */
function readDockerHub(reader: InputReader): Login | undefined {
  const username = reader.text('dockerhub-username').trim()
  const password = reader.text('dockerhub-token')
  if (password === '') return undefined
  if (username !== '') return checkLogin({ username, password }, 'Input "dockerhub-token"')
  throw new UserError('IMG3001', 'Input "dockerhub-token" is given without "dockerhub-username".', {
    hint: 'Give both: the token belongs to a user.',
  })
}

function readKinds(reader: InputReader): [string, KindOfHost][] {
  const problems = new Problems()
  const kinds = readPairs(reader, 'registry-kinds').flatMap(
    ([host, text]) => problems.try((): [string, KindOfHost][] => [[parseHost(host), parseKind(text)]]) ?? [],
  )
  problems.throwIfAny()
  return kinds
}

function parseKind(text: string): KindOfHost {
  const [name = '', api, ...rest] = text.split(/[\s,]+/)
  const kind = KINDS.find((known) => known === name)
  if (kind && api === undefined) return { kind }
  if (kind && rest.length === 0 && /^https?:\/\/[^/@]/.test(api ?? '') && URL.canParse(api ?? '')) {
    return { kind, api: (api ?? '').replace(/\/+$/, '') }
  }
  throw new UserError('IMG3003', `Input "registry-kinds" has the value "${text}".`, {
    hint: `Write host=kind or host=kind https://api.example.com; kinds are ${KINDS.join(', ')}.`,
  })
}

function readHosts(reader: InputReader): string[] {
  const problems = new Problems()
  const hosts = readLines(reader, 'insecure-registries').flatMap(
    (line) => problems.try(() => [parseHost(line)]) ?? [],
  )
  problems.throwIfAny()
  return hosts
}

function readCount(reader: InputReader, name: string, usual: number, max: number): number {
  return reader.text(name).trim() === '' ? usual : readInteger(reader, name, { min: 1, max })
}
