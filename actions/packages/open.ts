import type { Repository } from '../base/reference.ts'
import { kindOf, type RegistryAccess } from '../registry/access.ts'
import type { RegistryKind } from '../registry/types.ts'
import { contextOf, type PackagesOptions } from './context.ts'
import { distributionPackage } from './distribution/package.ts'
import { dockerHubPackage } from './dockerhub/package.ts'
import { githubPackage } from './github/package.ts'
import type { Package, Packages } from './types.ts'

/** Nothing is asked before the first call that has a purpose. */
export function openPackages(access: RegistryAccess, options: PackagesOptions): Packages {
  const context = contextOf(access, options)
  const backends: Record<RegistryKind, (repository: Repository) => Package> = {
    ghcr: githubPackage(context),
    dockerhub: dockerHubPackage(context),
    oci: distributionPackage(context),
  }
  return {
    open: (repository) => backends[kindOf(access, repository.host)](repository),
    close: () => context.transport.close(),
  }
}
