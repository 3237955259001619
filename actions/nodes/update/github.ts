import { isUserError, messagesOf } from '../../base/errors.ts'
import { repositoryOf } from '../names.ts'
import type { Release } from './candidate.ts'
import { nameOf, type Repository } from './subject.ts'
import { type Warning, warning } from './warning.ts'

/** GitHub, as far as an update has questions for it. */
export interface GithubQuestions {
  /** Whose repositories it knows: `github.com`. */
  host: string
  /** A path of its API; undefined: there is no such thing. */
  get<T>(path: string): Promise<T | undefined>
}

/** A page of them is enough: whoever has more releases than that has one that is old enough. */
const RELEASES = 100

export async function releasesOf(subject: Repository, github: GithubQuestions): Promise<Release[]> {
  const path = `/repos/${repositoryOf(subject.url)}/releases?per_page=${RELEASES}`
  return (await github.get<Release[]>(path)) ?? []
}

/** A repository that GitHub knows by another name has been renamed, or belongs to somebody else now. */
export async function movedTo(subject: Repository, github: GithubQuestions): Promise<Warning[]> {
  const asked = repositoryOf(subject.url)
  const told = (text: string) => [warning(nameOf(subject), text)]
  try {
    const found = await github.get<{ full_name: string }>(`/repos/${asked}`)
    const name = found?.full_name ?? asked
    const [owner, known] = [name, asked].map((each) => each.split('/')[0]?.toLowerCase())
    if (owner !== known) return told(`has a new owner: GitHub knows ${asked} as ${name} now. See who that is`)
    return name.toLowerCase() === asked.toLowerCase() ? [] : told(`is called ${name} now`)
  } catch (error) {
    if (!isUserError(error)) throw error
    return told(
      `may have a new owner, as GitHub could not be asked: ${messagesOf(error).join(' ').replace(/\.$/, '')}`,
    )
  }
}
