import { digestOf } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { type Github, type GithubAccess, openGithub } from './github-api.ts'

/** A document that an earlier run of this repository left. */
export interface EarlierDocument {
  name: string
  text: string
  /** When it was written. */
  created: string
}

interface Artifact {
  id: number
  name: string
  size_in_bytes: number
  expired: boolean
  created_at: string
  digest?: string | null
  workflow_run?: { id: number; repository_id: number; head_repository_id: number } | null
}

interface Run {
  event: string
  repository: { id: number; full_name: string }
  head_repository: { id: number } | null
}

/** No receipt comes near this; anything larger isn't ours. */
const LARGEST = 64 * 1024 * 1024
/** How an archive begins, which is what others upload. */
const ZIP = 'PK\u0003\u0004'
const PAGE = 100
/** How far back a list is read: a busy repository has other artifacts in plenty. */
const PAGES = 10

/** The newest document of that name that a run of this repository wrote, and nobody else's. */
export async function earlierDocument(
  name: string,
  event: RunEvent,
  access: GithubAccess,
): Promise<EarlierDocument> {
  return withRuns(event, access, async (runs) => {
    const found = (await runs.page(1, name)).filter((artifact) => artifact.name === name)
    const refused: string[] = []
    for (const artifact of found.toSorted((a, b) => b.id - a.id)) {
      const why = await runs.refusal(artifact)
      if (why === undefined) return runs.read(artifact)
      refused.push(why)
    }
    throw new UserError(
      refused.length === 0
        ? `No run of ${event.repository} has an artifact ${name}.`
        : `The artifact ${name} can’t be used: ${refused[0]}.`,
      {
        hint: 'Take the name from the summary of the run that published; artifacts are kept 90 days unless told otherwise.',
      },
    )
  })
}

/** The newest ones whose names begin so, at most so many; what can't be used is passed over. */
export async function earlierDocuments(
  prefix: string,
  most: number,
  event: RunEvent,
  access: GithubAccess,
): Promise<EarlierDocument[]> {
  return withRuns(event, access, async (runs) => {
    const documents: EarlierDocument[] = []
    for (let number = 1; number <= PAGES; number++) {
      const page = await runs.page(number)
      for (const artifact of page.filter(({ name }) => name.startsWith(prefix))) {
        if (documents.length === most) return documents
        if ((await runs.refusal(artifact)) === undefined) documents.push(await runs.read(artifact))
      }
      if (page.length < PAGE) break
    }
    return documents
  })
}

async function withRuns<T>(
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

class EarlierRuns {
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
    throw new UserError(`GitHub shows no artifacts of ${this.#repository}.`, {
      hint: 'The token needs "actions: read".',
    })
  }

  /**
   * Why a document is not to be trusted; undefined: it is. Whoever opens a pull request decides what its run uploads, be it
   * from a fork or from a branch.
   */
  async refusal({ workflow_run: origin, expired, size_in_bytes }: Artifact): Promise<string | undefined> {
    if (expired) return 'GitHub keeps it no longer'
    if (size_in_bytes > LARGEST) return 'it is larger than any receipt'
    if (!origin) return 'GitHub does not tell which run it comes from'
    if (origin.head_repository_id !== origin.repository_id) return 'it comes from a fork'
    const run = await this.#run(origin.id)
    if (!run) return 'its run is gone'
    if (run.event.startsWith('pull_request')) return 'it comes from a pull request'
    if (run.repository.full_name.toLowerCase() !== this.#repository.toLowerCase())
      return `it comes from ${run.repository.full_name}`
    return run.head_repository?.id === run.repository.id ? undefined : 'it comes from a fork'
  }

  async read({ id, name, digest, created_at: created }: Artifact): Promise<EarlierDocument> {
    const bytes = await this.#github.download(this.#path(`artifacts/${id}/zip`))
    const fault =
      bytes === undefined
        ? 'is gone'
        : digest && digest !== digestOf(bytes)
          ? 'arrived damaged'
          : bytes.toString('latin1', 0, ZIP.length) === ZIP && 'is not a single document'
    if (fault) throw new UserError(`Artifact ${name} ${fault}.`, { hint: 'Name another receipt.' })
    return { name, text: bytes!.toString('utf8'), created }
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
