import type { Digest } from '../../base/digest.ts'
import { UserError } from '../../base/errors.ts'
import { formatRepository, type Repository } from '../../base/reference.ts'
import type { Again, DeleteOutcome, RepositoryClient } from '../../registry/types.ts'
import type { PackageContext } from '../context.ts'
import { baseOf, limited } from './api.ts'
import { Session } from './session.ts'
import { deleteTag, findTag, type HubTag, listTags, type TagsApi } from './tags.ts'

/** By address and user: repositories of one owner share a login. */
export type Sessions = Map<string, Session>

/** One repository: its tags through the API, its manifests through the registry. */
export class HubRepository {
  readonly #repository: Repository
  readonly #context: PackageContext
  readonly #sessions: Sessions
  readonly #client: RepositoryClient

  constructor(repository: Repository, context: PackageContext, sessions: Sessions) {
    this.#repository = repository
    this.#context = context
    this.#sessions = sessions
    this.#client = context.registries.open(repository, 'delete')
  }

  async list(): Promise<HubTag[]> {
    return listTags(await this.#api(), this.#context.progress)
  }

  /** Undefined: it is not there. */
  async find(tag: string): Promise<HubTag | undefined> {
    return findTag(await this.#api(), tag)
  }

  /** False: it was not there any more. */
  async deleteTag(tag: string, again: Again): Promise<boolean> {
    return deleteTag(await this.#api(), tag, again)
  }

  /** As the registry knows it. */
  async digestOf(tag: string): Promise<Digest | undefined> {
    return (await this.#atRegistry(() => this.#client.headManifest(tag)))?.digest
  }

  deleteManifest(digest: Digest): Promise<DeleteOutcome> {
    return this.#atRegistry(() => this.#client.deleteManifest(digest))
  }

  /** See `Budget`. */
  reserve(requests: number): void {
    this.#context.budget.reserve(requests)
  }

  #atRegistry<T>(operation: () => Promise<T>): Promise<T> {
    this.#context.budget.spend()
    return limited(this.#context, operation)
  }

  async #api(): Promise<TagsApi> {
    const base = baseOf(this.#context, this.#repository)
    const login = await this.#context.login(this.#repository)
    if (login === undefined || 'identityToken' in login) {
      throw new UserError(
        'IMG5103',
        `Docker Hub’s API needs a login for ${formatRepository(this.#repository)}.`,
        {
          hint: 'Give dockerhub-username and dockerhub-token, an access token with the rights Read, Write, Delete.',
        },
      )
    }
    const key = `${base.href} ${login.username}:${login.password}`
    const session = this.#sessions.get(key) ?? new Session(this.#context, base, login)
    this.#sessions.set(key, session)
    return { session, base, repository: this.#repository }
  }
}
