import { parse } from 'yaml'
import { Problems, UserError } from '../base/errors.ts'
import { loginKey, parseHost } from './hosts.ts'
import type { Login } from './types.ts'

const KEYS = ['registry', 'username', 'password']
const HINT = 'Write a YAML list whose entries have registry, username and password.'

/** The YAML of docker/login-action: a list of {registry, username, password}; without a registry it is Docker Hub. */
export function parseLogins(text: string): [string, Login][] {
  if (text.trim() === '') return []
  const list = parseYaml(text)
  if (!Array.isArray(list))
    throw new UserError('IMG3004', 'Input "registry-auth" is not a list.', { hint: HINT })
  const problems = new Problems()
  const logins = list.flatMap(
    (entry: unknown, index) => problems.try(() => [parseLogin(entry, index + 1)]) ?? [],
  )
  problems.throwIfAny()
  return logins
}

/** What podman would take for something else: it asks for an empty password, and joins one of several lines. */
export function checkLogin(login: { username: string; password: string }, what: string): Login {
  const hint = 'Set the secret again, as one line; in pull requests from forks secrets are empty.'
  if (login.password === '') throw new UserError('IMG3005', `${what} has an empty password.`, { hint })
  if (/[\r\n]/.test(login.password))
    throw new UserError('IMG3005', `${what} has a password of several lines.`, { hint })
  if (login.username === '' || /[:\r\n]/.test(login.username)) {
    throw new UserError('IMG3006', `${what} has no valid user name.`, {
      hint: 'Give a name without colon or line break.',
    })
  }
  return login
}

/** The parser's own message would quote the text, passwords included. */
function parseYaml(text: string): unknown {
  try {
    return parse(text, { schema: 'failsafe' })
  } catch {
    throw new UserError('IMG3004', 'Input "registry-auth" is not valid YAML.', { hint: HINT })
  }
}

function parseLogin(entry: unknown, position: number): [string, Login] {
  const what = `Entry ${position} of input "registry-auth"`
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    throw new UserError('IMG3004', `${what} is not an object.`, { hint: HINT })
  }
  const unknown = Object.keys(entry).filter((key) => !KEYS.includes(key))
  if (unknown.length > 0)
    throw new UserError('IMG3004', `${what} has the key "${unknown[0]}".`, { hint: HINT })
  const { registry, username, password } = entry as Record<string, unknown>
  const key = loginKey(textOf(registry) || 'docker.io')
  parseHost(key.split('/')[0] ?? '')
  return [key, checkLogin({ username: textOf(username), password: textOf(password) }, what)]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
