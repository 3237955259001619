import { UserError } from '../../base/errors.ts'
import { isLoopback } from '../../base/reference.ts'
import { apiOf, type RegistryAccess } from '../../registry/access.ts'

const REGISTRY = 'ghcr.io'
const API = 'https://api.github.com'

/**
 * Which GitHub the packages of a registry belong to. A run on a server of one's own may publish to ghcr.io all the same,
 * and the other way round: a token goes to the API of its own registry, and to no other.
 */
export function addressFor(host: string, access: Pick<RegistryAccess, 'kinds'>, apiUrl: string): string {
  return checkApi(apiOf(access, host) ?? usualFor(host, apiUrl))
}

function usualFor(host: string, apiUrl: string): string {
  if (host === REGISTRY) return API
  if (new URL(API).host !== URL.parse(apiUrl)?.host) return apiUrl
  throw new UserError('IMG5101', `Nothing says where GitHub's API for ${host} is.`, {
    hint: `Give its address in "registry-kinds": ${host}=ghcr https://example.com/api/v3.`,
  })
}

/** The token goes where nobody can listen. */
function checkApi(address: string): string {
  const url = URL.parse(address)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host))) return address
  throw new UserError('IMG5102', `GitHub's API at "${address}" is not https.`, {
    hint: 'Give its https address in "registry-kinds": host=ghcr https://example.com/api/v3.',
  })
}
