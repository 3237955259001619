import type { Commit } from '../diff/diff.ts'
import type { Store } from './fetch.ts'
import type { Git } from './git.ts'

/** Of a longer way nobody reads every step. */
const MOST_COMMITS = 250

/** A table of who follows whom that lies beside the commits could say anything. */
const BY_COMMITS = ['-c', 'core.commitGraph=false']

/** The commits that come with the second, the newest first. */
export async function commitsBetween(git: Git, store: Store, from: string, to: string): Promise<Commit[]> {
  const range = [`--max-count=${MOST_COMMITS}`, to, `^${from}`, '--']
  const { stdout } = await git.run(
    [...BY_COMMITS, 'rev-list', '--no-commit-header', '--format=%H %s', ...range],
    store,
  )
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => ({ hash: line.slice(0, 40), subject: line.slice(41) }))
}

/** Whether the store tells how one became the other; of two commits without their history it can't. */
export async function isConnected(git: Git, store: Store, from: string, to: string): Promise<boolean> {
  return (await git.run([...BY_COMMITS, 'merge-base', from, to], { ...store, anyExit: true })).exitCode === 0
}
