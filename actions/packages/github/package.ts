import type { Digest } from '../../base/digest.ts'
import { UserError } from '../../base/errors.ts'
import { formatRepository, type Repository } from '../../base/reference.ts'
import type { Backend, PackageContext } from '../context.ts'
import type { Outcome, Package, Version } from '../types.ts'
import { addressFor } from './address.ts'
import { GithubApi } from './api.ts'
import { Deleted } from './deleted.ts'
import { Homes } from './home.ts'
import { removeVersion } from './remove.ts'
import { restoreVersion } from './restore.ts'
import { listVersions } from './versions.ts'

interface Account {
  api: GithubApi
  homes: Homes
}

/** GitHub's container registry, through the API of GitHub Packages. */
export const githubPackage: Backend = (context) => {
  const accounts = new Map<string, Account>()
  const accountOf = async (repository: Repository): Promise<Account> => {
    const baseUrl = addressFor(repository.host, context.access, context.apiUrl)
    const token = await tokenOf(repository, context)
    const key = `${token} ${baseUrl}`
    const known = accounts.get(key) ?? openAccount(new GithubApi(baseUrl, token, context))
    accounts.set(key, known)
    return known
  }
  return (repository) => new GithubPackage(repository, context, () => accountOf(repository))
}

function openAccount(api: GithubApi): Account {
  return { api, homes: new Homes(api) }
}

async function tokenOf(repository: Repository, context: PackageContext): Promise<string> {
  const login = await context.login(repository)
  if (login && 'password' in login) return login.password
  throw new UserError('IMG5104', `There is no token for the packages of ${formatRepository(repository)}.`, {
    hint: 'Give "github-token", or log in before, for instance with podman login.',
  })
}

class GithubPackage implements Package {
  readonly repository: Repository
  readonly kind = 'ghcr'
  readonly listsUntagged = true
  readonly #context: PackageContext
  readonly #account: () => Promise<Account>
  #found: Promise<{ api: GithubApi; home: string; deleted: Deleted }> | undefined

  constructor(repository: Repository, context: PackageContext, account: () => Promise<Account>) {
    this.repository = repository
    this.#context = context
    this.#account = account
  }

  async versions(): Promise<Version[]> {
    const { api, home } = await this.#find()
    const what = `Listing ${formatRepository(this.repository)}`
    return await listVersions(api, home, (done, total) => this.#context.progress(what, done, total))
  }

  async remove(version: Version): Promise<Outcome> {
    const { api, home, deleted } = await this.#find()
    this.#context.budget.reserve(2)
    const outcome = await removeVersion(api, `${home}/versions/${version.id}`, version)
    if (outcome.outcome === 'done') deleted.add(version.digest, version.id)
    return outcome
  }

  async untag(): Promise<Outcome> {
    const reason = 'GitHub can’t take one tag away: a tag goes with its version, or moves to another'
    return { outcome: 'unsupported', reason }
  }

  async restorable(digest: Digest): Promise<boolean> {
    const { deleted } = await this.#find()
    return (await deleted.find(digest)) !== undefined
  }

  async restore(digest: Digest): Promise<Outcome> {
    const { api, home, deleted } = await this.#find()
    return await restoreVersion(api, `${home}/versions`, await deleted.find(digest))
  }

  #find() {
    this.#found ??= this.#account().then(async ({ api, homes }) => {
      const home = await homes.of(this.repository)
      return { api, home, deleted: new Deleted(api, home, this.#context.clock) }
    })
    this.#found.catch(() => {
      this.#found = undefined
    })
    return this.#found
  }
}
