import { UserError } from '../base/errors.ts'
import { isDockerHub, parseRepository } from '../base/reference.ts'

/** Docker Hub's key in the files of `docker login`, from its first days. */
export const DOCKER_HUB_KEY = 'https://index.docker.io/v1/'

/** Where a registry is asked: Docker Hub's host is not its name. */
export function apiHost(host: string): string {
  return isDockerHub(host) ? 'registry-1.docker.io' : host
}

/** `https://ghcr.io/v2/` → `ghcr.io`, as logins are written in many ways; a path that limits a login is kept. */
export function loginKey(text: string): string {
  const key = text
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
    .replace(/\/v[12]$/, '')
  const [host = '', ...path] = key.split('/')
  return [isDockerHub(host) ? 'docker.io' : host, ...path].join('/')
}

export function parseHost(text: string): string {
  const key = loginKey(text)
  if (key !== 'docker.io' && !isHost(key)) {
    throw new UserError('IMG3002', `"${text}" is not the name of a registry.`, {
      hint: 'Write its host, like ghcr.io or registry.example.com:5000.',
    })
  }
  return key
}

function isHost(text: string): boolean {
  try {
    return parseRepository(`${text}/name`).host === text
  } catch {
    return false
  }
}
