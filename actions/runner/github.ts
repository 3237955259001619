import type { Ancestry, Relation } from '../base/ancestry.ts'
import type { RunEvent } from '../base/event.ts'
import { type GithubAccess, openGithub } from './github-api.ts'

/** GitHub lists no more files of a comparison; a longer list can't be trusted to be whole. */
const FILES_OF_COMPARISON = 300

export function ancestry(event: RunEvent, access: GithubAccess): Ancestry {
  const compare = async (base: string, head: string): Promise<Relation> => {
    if (base === head) return 'identical'
    const found = await ask<{ status: Relation }>(event, access, comparison(event, base, head))
    return found?.status ?? 'diverged'
  }
  return {
    compare,
    head: async (branch) => {
      const path = `/repos/${event.repository}/branches/${encodeURIComponent(branch)}`
      return (await ask<{ commit: { sha: string } }>(event, access, path))?.commit.sha
    },
    contains: async (branch, sha) => ['ahead', 'identical'].includes(await compare(sha, branch)),
  }
}

/** The files that a push or a pull request changed; undefined where GitHub can't tell all of them. */
export async function changedFiles(event: RunEvent, access: GithubAccess): Promise<string[] | undefined> {
  const range = rangeOf(event)
  if (!range) return undefined
  const path = comparison(event, range.base, range.head)
  const found = await ask<{ files?: { filename: string; previous_filename?: string }[] }>(event, access, path)
  if (!found?.files || found.files.length >= FILES_OF_COMPARISON) return undefined
  return found.files.flatMap((file) => [
    file.filename,
    ...(file.previous_filename ? [file.previous_filename] : []),
  ])
}

function rangeOf(event: RunEvent): { base: string; head: string } | undefined {
  const request = event.payload.pull_request as { base?: { sha?: string } } | undefined
  const base = request?.base?.sha ?? (event.name === 'push' ? event.payload.before : undefined)
  return typeof base === 'string' && !/^0*$/.test(base) ? { base, head: event.sha } : undefined
}

/** One commit is enough: the relation and the files come with every page. */
function comparison(event: RunEvent, base: string, head: string): string {
  return `/repos/${event.repository}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}?per_page=1`
}

async function ask<T>(event: RunEvent, access: GithubAccess, path: string): Promise<T | undefined> {
  const github = openGithub(event.apiUrl, access, 'contents: read')
  try {
    return await github.get<T>(path)
  } finally {
    github.close()
  }
}
