import type { RegistryKind } from './types.ts'

export interface Refusal {
  method: string
  status: number
  kind: RegistryKind
  /** Whether credentials were sent along. */
  loggedIn: boolean
  peer?: string | undefined
}

/** What a person can do about a status that no retry cures. */
export function adviceOn(refusal: Refusal): string | undefined {
  switch (refusal.status) {
    case 401:
    case 403:
      return refusal.loggedIn ? missingPermission(refusal) : missingLogin(refusal)
    case 404:
      return 'Check the name; a private repository looks absent to whoever may not see it.'
    case 413:
      return 'The registry, or a proxy before it, limits the size of an upload: raise that limit.'
    case 429:
      return 'Too many requests: wait, run fewer jobs at once, or log in for a higher limit.'
    default:
      return refusal.status >= 500
        ? `There is a fault at ${refusal.peer ?? 'the registry'}: run this again later.`
        : undefined
  }
}

function missingLogin({ kind }: Refusal): string {
  const inputs = {
    ghcr: 'github-token',
    dockerhub: 'dockerhub-username and dockerhub-token',
    oci: 'registry-auth',
  }
  return `Nobody is logged in: give ${inputs[kind]}, or log in before, for instance with podman login.`
}

function missingPermission({ kind, method }: Refusal): string {
  const deletes = method === 'DELETE'
  if (kind === 'ghcr') {
    return 'Grant the job "permissions: packages: write", and give the repository write access in the package\'s settings; a token of your own may be wrong, or lack write:packages.'
  }
  if (kind === 'dockerhub') {
    return `Use an access token with the rights ${deletes ? 'Read, Write, Delete' : 'Read, Write'}, of a user who may push to this repository.`
  }
  return `Check user and password, and that this user may ${deletes ? 'delete from' : 'use'} the repository.`
}
