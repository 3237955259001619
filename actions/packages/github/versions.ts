import { atOnce } from '../../base/at-once.ts'
import { UserError } from '../../base/errors.ts'
import type { Version } from '../types.ts'
import type { GithubApi } from './api.ts'
import { PAGE, type Page, readPage } from './pages.ts'

/** GitHub takes a hundred requests at a time from everybody who uses the token. */
const AT_ONCE = 8

/** All versions of a package, the newest first. */
export async function listVersions(
  api: GithubApi,
  home: string,
  onPage: (done: number, total: number) => void,
): Promise<Version[]> {
  let done = 0
  const read = async (number: number, expected: number): Promise<Page> => {
    const page = await readPage(api, home, number)
    if (page.versions.length < PAGE && number < Math.max(expected, page.last)) throw short(home, page)
    onPage(++done, Math.max(expected, page.last))
    return page
  }
  const first = await read(1, 1)
  const middle = Array.from({ length: first.last - 1 }, (_, index) => index + 2)
  const pages = [first, ...(await atOnce(AT_ONCE, middle, (number) => read(number, first.last)))]
  // What was pushed meanwhile may have moved the end on.
  for (let end = pages.at(-1); end && end.last > end.number; end = pages.at(-1)) {
    pages.push(await read(end.number + 1, end.last))
  }
  // It also pushes versions from one page to the next, where they are met again.
  const unique = new Map(pages.flatMap(({ versions }) => versions).map((version) => [version.id, version]))
  return [...unique.values()].sort(byAge)
}

function byAge(a: Version, b: Version): number {
  return (b.created ?? 0) - (a.created ?? 0) || Number(b.id) - Number(a.id)
}

function short(home: string, { number, versions }: Page): UserError {
  return new UserError(
    'IMG5301',
    `GitHub lists only ${versions.length} versions on page ${number} of ${home}, which is not the last.`,
    { hint: 'Half a list is no ground to delete anything: run this again.' },
  )
}
