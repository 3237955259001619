import { readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../base/errors.ts'
import { basicOf, type RegistryAccess } from './access.ts'
import { loginKey } from './hosts.ts'
import type { Login } from './types.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The common part of podman's auth.json and Docker's config.json; keys as `loginKey` writes them. */
export interface AuthFile {
  path: string
  auths: Map<string, Login>
  /** Registry → the helper that knows its credentials. */
  helpers: Map<string, string>
  /** The helper for every other registry. */
  store: string | undefined
  /** Registries whose credentials are in the store. */
  stored: string[]
}

/** The files of podman and Docker, first the one that outranks the others; what is absent is left out. */
export async function readAuthFiles(environment: Environment): Promise<AuthFile[]> {
  const files = await Promise.all(pathsOf(environment).map(readAuthFile))
  return files.filter((file) => file !== undefined)
}

/** For `podman --authfile`: the logins that exist, and over them those of this run; nobody else may read it. */
export async function writeAuthFile(
  path: string,
  access: Pick<RegistryAccess, 'logins'>,
  environment: Environment,
): Promise<void> {
  const auths: Record<string, unknown> = {}
  const helpers: Record<string, string> = {}
  for (const file of (await readAuthFiles(environment)).reverse()) {
    for (const [key, login] of file.auths) auths[key] = formatLogin(login)
    for (const key of file.stored) if (file.store) helpers[key] = file.store
    for (const [key, helper] of file.helpers) helpers[key] = helper
  }
  for (const [key, login] of access.logins) {
    for (const other of Object.keys(auths)) if (`${other}/`.startsWith(`${key}/`)) delete auths[other]
    delete helpers[key]
    auths[key] = formatLogin(login)
  }
  const half = `${path}.new`
  await writeFile(half, JSON.stringify({ auths, credHelpers: helpers }), { mode: 0o600 })
  await rename(half, path)
}

function pathsOf(environment: Environment): string[] {
  const home = environment.HOME || homedir()
  const { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, DOCKER_CONFIG } = environment
  return [
    ...(REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : []),
    ...(XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, 'containers/auth.json')] : []),
    join(home, '.config/containers/auth.json'),
    join(DOCKER_CONFIG || join(home, '.docker'), 'config.json'),
  ]
}

async function readAuthFile(path: string): Promise<AuthFile | undefined> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return ''
    throw new UserError('IMG3011', `The file of logins ${path} can't be read.`, {
      cause,
      hint: 'Give it to the user of this job, or name another in REGISTRY_AUTH_FILE.',
    })
  })
  if (text.trim() === '') return undefined
  try {
    return parseAuthFile(path, text)
  } catch {
    // No cause: it would quote the file.
    throw new UserError('IMG3012', `The file of logins ${path} is corrupt.`, {
      hint: 'It was left as it is: put it right, or take it away and log in again.',
    })
  }
}

function parseAuthFile(path: string, text: string): AuthFile {
  const parsed = objectOf(JSON.parse(text))
  const auths = new Map<string, Login>()
  const stored: string[] = []
  for (const [key, entry] of Object.entries(objectOf(parsed.auths ?? {}))) {
    const login = parseEntry(objectOf(entry))
    if (login) auths.set(loginKey(key), login)
    else stored.push(loginKey(key))
  }
  const helpers = Object.entries(objectOf(parsed.credHelpers ?? {})).map(
    ([key, helper]): [string, string] => [loginKey(key), String(helper)],
  )
  const store =
    typeof parsed.credsStore === 'string' && parsed.credsStore !== '' ? parsed.credsStore : undefined
  return { path, auths, helpers: new Map(helpers), store, stored }
}

function parseEntry(entry: Record<string, unknown>): Login | undefined {
  const { auth, identitytoken, username, password } = entry
  if (typeof identitytoken === 'string' && identitytoken !== '') return { identityToken: identitytoken }
  if (typeof auth === 'string' && auth !== '') {
    const [user = '', ...rest] = Buffer.from(auth, 'base64').toString('utf8').split(':')
    if (user === '' || rest.length === 0) throw new Error('not user:password')
    return { username: user, password: rest.join(':').replace(/\0+$/, '') }
  }
  const plain = typeof username === 'string' && typeof password === 'string' && username !== ''
  return plain ? { username, password } : undefined
}

function formatLogin(login: Login): Record<string, string> {
  return 'identityToken' in login ? { identitytoken: login.identityToken } : { auth: basicOf(login) }
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new Error('not an object')
}
