import { hostOf } from '../names.ts'

/** Where a repository's host shows its commits; undefined: it is not known how. */
export interface Pages {
  commit(hash: string): string
  compare(from: string, to: string): string
}

export function pagesOf(url: string): Pages | undefined {
  const host = hostOf(url)
  const isGitLab = host.startsWith('gitlab.')
  if (host !== 'github.com' && host !== 'codeberg.org' && !isGitLab) return undefined
  const base = isGitLab ? `${url}/-` : url
  return {
    commit: (hash) => `${base}/commit/${encodeURIComponent(hash)}`,
    compare: (from, to) => `${base}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`,
  }
}
