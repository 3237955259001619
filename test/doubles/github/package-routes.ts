import type { Exchange } from '../exchange.ts'
import { nextLinks, page } from '../page.ts'
import type { StoredManifest } from '../registry/manifests.ts'
import { refuse, type TokenRights } from './access.ts'
import type { Github } from './github.ts'
import { describePackage, describeVersion, type Package } from './package-objects.ts'

const ROUTE =
  /^\/(?:orgs\/(?<org>[^/]+)|users\/(?<user>[^/]+)|user)\/packages\/container\/(?<name>[^/]+)(?<versions>\/versions(?:\/(?<id>\d+)(?<restore>\/restore)?)?)?$/
const THIRTY_DAYS = 30 * 24 * 3600 * 1000
const MANY_DOWNLOADS = 5000

type Rights = TokenRights & { installation: boolean }

/** The package endpoints; false where the path is another's. */
export async function answerPackages(
  github: Github,
  exchange: Exchange,
  rights: Rights | undefined,
): Promise<boolean> {
  const groups = ROUTE.exec(exchange.url.pathname)?.groups
  if (groups === undefined) return false
  if (rights === undefined) throw refuse(401, 'Requires authentication')
  const found = findPackage(github, exchange, rights, groups)
  const thing = groups.restore ? 'restore' : groups.id ? 'version' : groups.versions ? 'versions' : 'package'
  switch (`${exchange.method} ${thing}`) {
    case 'GET package':
      await exchange.sendJson(200, describePackage(github, exchange.url.origin, found))
      return true
    case 'DELETE package':
      require(rights, ['admin'])
      github.registry!.manifests.forget(found.repository)
      await exchange.send(204)
      return true
    case 'GET versions':
      await sendVersions(github, exchange, found)
      return true
    case 'GET version':
      await exchange.sendJson(200, describeVersion(github, found, findVersion(github, found, groups.id!)))
      return true
    case 'DELETE version':
      require(rights, ['admin'])
      deleteVersion(github, found, findVersion(github, found, groups.id!))
      await exchange.send(204)
      return true
    case 'POST restore':
      require(rights, rights.installation ? ['admin'] : ['write', 'admin'])
      restoreVersion(github, found, groups.id!)
      await exchange.send(204)
      return true
    default:
      throw refuse(404, 'Not Found')
  }
}

function findPackage(
  github: Github,
  exchange: Exchange,
  rights: Rights,
  groups: Record<string, string | undefined>,
): Package {
  if (groups.org === undefined && groups.user === undefined && rights.login === undefined)
    throw refuse(403, 'Resource not accessible by integration')
  const owner = groups.org ?? groups.user ?? rights.login!
  const type = github.accounts[owner] ?? 'User'
  const name = decodeURIComponent(groups.name!)
  const repository = `${owner}/${name}`.toLowerCase()
  const wrongKind = (type === 'Organization') !== (groups.org !== undefined)
  if (wrongKind || rights.packages === 'none' || !github.registry?.manifests.has(repository))
    throw refuse(404, 'Package not found.')
  const base = `${type === 'Organization' ? 'orgs' : 'users'}/${owner}/packages/container`
  return { owner, name, repository, url: `${exchange.url.origin}/${base}/${encodeURIComponent(name)}` }
}

function require(rights: Rights, enough: readonly TokenRights['packages'][]): void {
  if (enough.includes(rights.packages)) return
  throw rights.installation
    ? refuse(403, 'Resource not accessible by integration')
    : refuse(404, 'Package not found.')
}

async function sendVersions(github: Github, exchange: Exchange, found: Package): Promise<void> {
  const { manifests, now } = github.registry!
  const deleted = exchange.query('state') === 'deleted'
  const visible = manifests
    .all(found.repository)
    .filter((manifest) => (manifest.deleted !== undefined) === deleted)
    .filter((manifest) => now() - manifest.created >= github.listLag)
    .sort((a, b) => b.created - a.created || b.id - a.id)
  const size = Math.min(Number(exchange.query('per_page') ?? 30), 100)
  const short = exchange.fault('short-page')
  const part = page(visible, Number(exchange.query('page') ?? 1), size)
  const items = part.items.slice(0, short?.items)
  const link = short ? {} : nextLinks(exchange.url, part)
  await exchange.sendJson(
    200,
    items.map((manifest) => describeVersion(github, found, manifest)),
    link,
  )
}

function findVersion(github: Github, found: Package, id: string): StoredManifest {
  const manifest = github.registry!.manifests.withId(found.repository, Number(id))
  if (manifest === undefined || manifest.deleted !== undefined)
    throw refuse(404, 'Package version not found.')
  return manifest
}

function deleteVersion(github: Github, found: Package, manifest: StoredManifest): void {
  const { manifests } = github.registry!
  const tagged = manifests.tagged(found.repository)
  if (tagged.length === 1 && tagged[0] === manifest.digest)
    throw refuse(
      400,
      'You cannot delete the last tagged version of a package. You must delete the package instead.',
    )
  if (
    !github.privatePackages.has(found.repository) &&
    (github.downloads.get(manifest.digest) ?? manifest.downloads) > MANY_DOWNLOADS
  )
    throw refuse(
      400,
      'Publicly visible package versions with more than 5000 downloads cannot be deleted. Contact GitHub support for further assistance.',
    )
  manifests.remove(found.repository, manifest.digest)
}

function restoreVersion(github: Github, found: Package, id: string): void {
  const { manifests, now } = github.registry!
  const manifest = manifests.withId(found.repository, Number(id))
  if (manifest?.deleted === undefined || now() - manifest.deleted.at > THIRTY_DAYS)
    throw refuse(404, 'Package version not found.')
  manifests.restore(found.repository, manifest)
}
