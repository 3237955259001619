import type { ErrorCode } from '../base/errors.ts'
import type { RegistryKind } from './types.ts'

/** What a person can do, and the code under which the documentation says more. */
export interface Advice {
  code: ErrorCode
  hint: string
}

export interface Refusal {
  method: string
  status: number
  kind: RegistryKind
  /** Whether credentials were sent along. */
  loggedIn: boolean
  peer?: string | undefined
}

/** An answer by whose digest or bytes something else is stored than was told. */
export const CONTRADICTED: Advice = {
  code: 'IMG3201',
  hint: 'Find out what changes answers on the way here: until then nothing that this registry holds can be trusted.',
}
export const ENDLESS: Advice = {
  code: 'IMG3202',
  hint: 'Find out what answers there in the place of the registry; run this again once that is put right.',
}
export const MALFORMED: Advice = {
  code: 'IMG3203',
  hint: 'Check that the name is that of a registry, and that no proxy answers in its place.',
}
export const IN_THE_CLEAR: Advice = {
  code: 'IMG3204',
  hint: 'Credentials and images go over https only; list hosts that can do without in "insecure-registries".',
}

/** On a refusal that no retry has cured. */
export function adviceOn(refusal: Refusal): Advice {
  switch (refusal.status) {
    case 401:
    case 403:
      return refusal.loggedIn
        ? { code: 'IMG3102', hint: missingPermission(refusal) }
        : { code: 'IMG3101', hint: missingLogin(refusal) }
    case 404:
      return {
        code: 'IMG3103',
        hint: 'Check the name; a private repository looks absent to whoever may not see it.',
      }
    case 413:
      return {
        code: 'IMG3104',
        hint: 'The registry, or a proxy before it, limits the size of an upload: raise that limit.',
      }
    case 429:
      return {
        code: 'IMG3105',
        hint: 'Too many requests: wait, run fewer jobs at once, or log in for a higher limit.',
      }
    default:
      return refusal.status >= 500
        ? {
            code: 'IMG3106',
            hint: `There is a fault at ${refusal.peer ?? 'the registry'}: run this again later.`,
          }
        : {
            code: 'IMG3107',
            hint: 'What it says tells what it does not take; asking again would not help.',
          }
  }
}

/** On no answer at all; `mayPass`: a later attempt may get one. */
export function adviceOnSilence(peer: string, mayPass: boolean): Advice {
  return mayPass
    ? { code: 'IMG3108', hint: `Check that ${peer} is up, and can be reached from here.` }
    : {
        code: 'IMG3109',
        hint: `Check the name of ${peer}, and that it speaks https with a certificate known here.`,
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
