import { UserError } from '../../base/errors.ts'
import { formatRepository, type Repository } from '../../base/reference.ts'
import { type GithubApi, unless } from './api.ts'

/** Where GitHub's API has the packages of an account: of an organisation, of a user, or of the token's own user. */
export class Homes {
  readonly #api: GithubApi
  readonly #owners = new Map<string, Promise<string>>()

  constructor(api: GithubApi) {
    this.#api = api
  }

  /** `/orgs/acme/packages/container/tools%2Fapp` */
  async of(repository: Repository): Promise<string> {
    const [owner = '', ...name] = repository.path.split('/')
    if (name.length === 0) {
      throw new UserError('IMG5105', `${formatRepository(repository)} names no package of an owner.`, {
        hint: 'Images there look like ghcr.io/owner/app.',
      })
    }
    return `${await this.#of(owner)}/packages/container/${encodeURIComponent(name.join('/'))}`
  }

  /** Asked once, and again only where there was no answer. */
  #of(owner: string): Promise<string> {
    const asked = this.#owners.get(owner) ?? this.#ask(owner)
    this.#owners.set(owner, asked)
    asked.catch(() => this.#owners.delete(owner))
    return asked
  }

  async #ask(owner: string): Promise<string> {
    const { login, type } = await this.#api.account(owner)
    if (type === 'Organization') return `/orgs/${encodeURIComponent(login)}`
    // An installation's token has no user. Others may be nobody's, too, or not tell.
    const asker = this.#api.isInstallation
      ? undefined
      : await unless(this.#api.account(), ({ status }) => status === 403 || status === 404)
    return asker?.login.toLowerCase() === login.toLowerCase()
      ? '/user'
      : `/users/${encodeURIComponent(login)}`
  }
}
