import { digestOf } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { isArchive, LONGEST_DOCUMENT } from './documents.ts'
import { type Github, type GithubAccess, openGithub } from './github-api.ts'

/** A document that an earlier run of this repository left. */
export interface EarlierDocument {
  name: string
  text: string
}

interface Artifact {
  id: number
  name: string
  size_in_bytes: number
  expired: boolean
  digest?: string | null
  workflow_run?: { id: number; repository_id: number; head_repository_id: number } | null
}

interface Run {
  event: string
  repository: { id: number; full_name: string }
  head_repository: { id: number } | null
}

/** The most that GitHub gives at once. */
export const PAGE = 100

export async function withEarlierRuns<T>(
  event: RunEvent,
  access: GithubAccess,
  body: (runs: EarlierRuns) => Promise<T>,
): Promise<T> {
  const github = openGithub(event.apiUrl, access, 'actions: read')
  try {
    return await body(new EarlierRuns(event.repository, github))
  } finally {
    github.close()
  }
}

/** Artifacts of this repository's runs, and which of them are to be trusted. */
export class EarlierRuns {
  readonly #repository: string
  readonly #github: Github
  readonly #runs = new Map<number, Promise<Run | undefined>>()

  constructor(repository: string, github: Github) {
    this.#repository = repository
    this.#github = github
  }

  async page(number: number, name?: string): Promise<Artifact[]> {
    const filter = name === undefined ? '' : `&name=${encodeURIComponent(name)}`
    const path = this.#path(`artifacts?per_page=${PAGE}&page=${number}${filter}`)
    const answer = await this.#github.get<{ artifacts: Artifact[] }>(path)
    if (answer) return answer.artifacts
    throw new UserError('IMG9303', `GitHub shows no artifacts of ${this.#repository}.`, {
      hint: 'The token needs "actions: read".',
    })
  }

  /**
   * Why a document is not to be trusted; undefined: it is. Whoever opens a pull request decides what its run uploads, be it
   * from a fork or from a branch.
   */
  async refusal({ workflow_run: origin, expired, size_in_bytes }: Artifact): Promise<string | undefined> {
    if (expired) return 'GitHub keeps it no longer'
    if (size_in_bytes > LONGEST_DOCUMENT) return 'it is larger than any receipt'
    if (!origin) return 'GitHub does not tell which run it comes from'
    if (origin.head_repository_id !== origin.repository_id) return 'it comes from a fork'
    const run = await this.#run(origin.id)
    if (!run) return 'its run is gone'
    if (run.event.startsWith('pull_request')) return 'it comes from a pull request'
    if (run.repository.full_name.toLowerCase() !== this.#repository.toLowerCase())
      return `it comes from ${run.repository.full_name}`
    return run.head_repository?.id === run.repository.id ? undefined : 'it comes from a fork'
  }

  async read({ id, name, digest }: Artifact): Promise<EarlierDocument> {
    const bytes = await this.#github.download(this.#path(`artifacts/${id}/zip`))
    const fault =
      bytes === undefined
        ? 'is gone'
        : digest && digest !== digestOf(bytes)
          ? 'arrived damaged'
          : isArchive(bytes) && 'is not a single document'
    if (fault) throw new UserError('IMG9404', `Artifact ${name} ${fault}.`, { hint: 'Name another receipt.' })
    return { name, text: bytes!.toString('utf8') }
  }

  #run(id: number): Promise<Run | undefined> {
    const known = this.#runs.get(id) ?? this.#github.get<Run>(this.#path(`runs/${id}`))
    this.#runs.set(id, known)
    return known
  }

  #path(rest: string): string {
    return `/repos/${this.#repository}/actions/${rest}`
  }
}
