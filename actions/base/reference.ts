import { type Digest, isDigest } from './digest.ts'
import { UserError } from './errors.ts'

/** An image repository: where, and under which name. */
export interface Repository {
  /** As people write it: `docker.io`, `ghcr.io`, `localhost:5000`. */
  host: string
  path: string
}

export interface Reference extends Repository {
  tag?: string
  digest?: Digest
}

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const DOCKER_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io'])

export function isTag(text: string): boolean {
  return TAG.test(text)
}

export function isDockerHub(host: string): boolean {
  return DOCKER_HOSTS.has(host)
}

/** This machine itself, with or without a port. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name) || /^(.+\.)?localhost$/.test(name)
}

/** `ghcr.io/owner/app`; a first part without dot, colon or "localhost" belongs to Docker Hub, as everywhere. */
export function parseRepository(text: string): Repository {
  const reference = parseReference(text)
  if (reference.tag !== undefined || reference.digest !== undefined) {
    throw new UserError('IMG1005', `"${text}" names a tag or a digest where a repository is expected.`, {
      hint: `Write ${formatRepository(reference)}.`,
    })
  }
  return { host: reference.host, path: reference.path }
}

export function parseReference(text: string): Reference {
  const [named, digest, ...more] = text.split('@')
  const { name, tag } = splitTag(named ?? '')
  const { host, path } = splitHost(name)
  const valid =
    more.length === 0 &&
    HOST.test(host) &&
    isPath(path) &&
    (tag === undefined || isTag(tag)) &&
    (digest === undefined || isDigest(digest))
  if (!valid) throw malformed(text, { path, tag })
  const reference: Reference = { host, path }
  if (tag !== undefined) reference.tag = tag
  if (digest !== undefined) reference.digest = digest as Digest
  return reference
}

function isPath(path: string): boolean {
  return path.length <= 255 && path.split('/').every((part) => COMPONENT.test(part))
}

function splitTag(named: string): { name: string; tag?: string } {
  const colon = named.lastIndexOf(':')
  return colon > named.lastIndexOf('/')
    ? { name: named.slice(0, colon), tag: named.slice(colon + 1) }
    : { name: named }
}

/** Whether a registry is written out; what has none belongs to Docker Hub. */
export function namesRegistry(name: string): boolean {
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  return slash > 0 && (/[.:[]/.test(first) || first === 'localhost')
}

function splitHost(name: string): Repository {
  const slash = name.indexOf('/')
  const named = namesRegistry(name)
  const host = named ? name.slice(0, slash) : 'docker.io'
  const path = named ? name.slice(slash + 1) : name
  if (!isDockerHub(host)) return { host, path }
  return { host: 'docker.io', path: path.includes('/') ? path : `library/${path}` }
}

function malformed(text: string, parts: { path: string; tag?: string | undefined }): UserError {
  const hint =
    /[A-Z]/.test(parts.path) && isPath(parts.path.toLowerCase())
      ? `Repository names are lower case: ${text.toLowerCase()}.`
      : parts.tag !== undefined && parts.tag.length > 128
        ? `A tag has at most 128 characters; this one has ${parts.tag.length}.`
        : 'References look like ghcr.io/owner/app, ghcr.io/owner/app:1.2.3 or ghcr.io/owner/app@sha256:….'
  return new UserError('IMG1004', `"${text}" is not a valid image reference.`, { hint })
}

export function formatRepository(repository: Repository): string {
  return `${repository.host}/${repository.path}`
}

export function formatReference(reference: Reference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`
  return `${formatRepository(reference)}${tag}${digest}`
}
