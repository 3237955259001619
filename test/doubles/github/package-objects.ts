import type { StoredManifest } from '../registry/manifests.ts'
import type { Github } from './github.ts'
import { account, minimalRepository } from './objects.ts'

export interface Package {
  owner: string
  name: string
  /** In the registry: `owner/name`. */
  repository: string
  /** The address of the package itself. */
  url: string
}

export function describePackage(github: Github, api: string, found: Package) {
  const versions = github.registry!.manifests.list(found.repository)
  const times = versions.flatMap(({ created, updated }) => [created, updated])
  const type = github.accounts[found.owner] ?? 'User'
  return {
    id: 1,
    name: found.name,
    package_type: 'container',
    owner: account(api, found.owner, type),
    repository: minimalRepository(api, found.repository, { private: false, owner: type }),
    visibility: github.privatePackages.has(found.repository) ? 'private' : 'public',
    version_count: versions.length,
    url: found.url,
    html_url: htmlUrl(found),
    created_at: new Date(Math.min(...times, github.registry!.now())).toISOString(),
    updated_at: new Date(Math.max(...times, 0)).toISOString(),
  }
}

export function describeVersion(github: Github, found: Package, manifest: StoredManifest) {
  const tags = manifest.deleted?.tags ?? github.registry!.manifests.tagsOf(found.repository, manifest.digest)
  return {
    id: manifest.id,
    name: manifest.digest,
    url: `${found.url}/versions/${manifest.id}`,
    package_html_url: htmlUrl(found),
    html_url: `${htmlUrl(found)}/${manifest.id}`,
    created_at: new Date(manifest.created).toISOString(),
    updated_at: new Date(manifest.updated).toISOString(),
    ...(manifest.deleted === undefined ? {} : { deleted_at: new Date(manifest.deleted.at).toISOString() }),
    metadata: { package_type: 'container', container: { tags } },
  }
}

function htmlUrl(found: Package): string {
  return `https://github.com/users/${found.owner}/packages/container/${encodeURIComponent(found.name)}`
}
