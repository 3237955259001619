import { isDockerHub, isLoopback, parseRepository } from '../base/reference.ts'

/** The page where a person sees the image; undefined where a registry has none that can be known. */
export function registryPage(repository: string, source: string): string | undefined {
  const { host, path } = parseRepository(repository)
  if (host === 'ghcr.io') return packagePage(path, source)
  if (isDockerHub(host)) return hubPage(path)
  if (isLoopback(host)) return undefined
  return `https://${host}/${path}`
}

/** GitHub shows a package under the repository that it belongs to; ghcr.io itself knows the way to all others. */
function packagePage(path: string, source: string): string {
  const [owner = '', ...name] = path.split('/')
  const sameOwner = source.split('/')[0]?.toLowerCase() === owner
  return sameOwner
    ? `https://github.com/${source}/pkgs/container/${encodeURIComponent(name.join('/'))}`
    : `https://ghcr.io/${path}`
}

function hubPage(path: string): string {
  const official = path.startsWith('library/')
  return `https://hub.docker.com/${official ? `_/${path.slice('library/'.length)}` : `r/${path}`}`
}
