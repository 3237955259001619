import { UserError } from '../base/errors.ts'
import type { RunEvent } from '../base/event.ts'
import { type EarlierDocument, PAGE, withEarlierRuns } from './earlier-runs.ts'
import type { GithubAccess } from './github-api.ts'

/** How far back a list is read: a busy repository has other artifacts in plenty. */
const PAGES = 10

/** The newest document of that name that a run of this repository wrote, and nobody else's. */
export async function earlierDocument(
  name: string,
  event: RunEvent,
  access: GithubAccess,
): Promise<EarlierDocument> {
  return withEarlierRuns(event, access, async (runs) => {
    const found = (await runs.page(1, name)).filter((artifact) => artifact.name === name)
    const refused: string[] = []
    for (const artifact of found.toSorted((a, b) => b.id - a.id)) {
      const why = await runs.refusal(artifact)
      if (why === undefined) return runs.read(artifact)
      refused.push(why)
    }
    throw new UserError(
      'IMG9404',
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
  return withEarlierRuns(event, access, async (runs) => {
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
