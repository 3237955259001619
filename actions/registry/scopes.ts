import type { Rights } from './types.ts'

/** What a request needs of its token, and what else the same token may as well allow. */
export interface Scopes {
  /** Of the repository, without its host. */
  path: string
  needs: Rights
  /** All that the run is going to do here: asked for at once, where there are credentials. */
  rights: Rights
  /** Repositories of the same registry that blobs are mounted from. */
  mounts: readonly string[]
}

const ACTIONS: readonly Rights[] = ['pull', 'push', 'delete']

/** In the grammar of token services: `repository:owner/app:pull,push`. */
export function formatScopes(scopes: Scopes, loggedIn: boolean): string[] {
  const level = Math.max(ACTIONS.indexOf(scopes.needs), loggedIn ? ACTIONS.indexOf(scopes.rights) : 0)
  const own = `repository:${scopes.path}:${ACTIONS.slice(0, level + 1).join(',')}`
  return [own, ...scopes.mounts.map((path) => `repository:${path}:pull`).sort()]
}
