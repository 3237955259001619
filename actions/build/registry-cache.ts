import type { Log } from '../base/log.ts'
import { parseRepository } from '../base/reference.ts'
import { RegistryError } from '../registry/errors.ts'
import type { Registries } from '../registry/types.ts'

export interface RegistryCache {
  repository: string
  /** False: nothing can be read from it yet, or without a login; it is only written. */
  readable: boolean
}

/** A cache of one architecture, read by another, gives images that don't start: so each platform has a repository of its own. */
export function cacheRepository(chosen: string, repository: string, platform: string): string {
  return `${chosen || `${repository}-cache`}-${platform.replaceAll('/', '-')}`
}

/** A cache that can't be reached is no reason to fail, and none to make podman try. */
export async function openRegistryCache(
  repository: string,
  registries: Registries,
  log: Log,
): Promise<RegistryCache | undefined> {
  try {
    await registries.open(parseRepository(repository)).headManifest('latest')
    return { repository, readable: true }
  } catch (error) {
    if (error instanceof RegistryError && (error.status === 401 || error.status === 403))
      return { repository, readable: false }
    log.warn(`The layer cache ${repository} can't be reached, so this build goes without: ${error}`)
    return undefined
  }
}
