import { block } from '../../actions/base/markdown.ts'
import type { Git } from './git.ts'
import { annotate, given, summarize } from './job.ts'
import { type Move, movesOf, pushOf } from './moving.ts'

interface Due {
  /** The release's own tag. */
  tag: string
  commit: string
  moves: readonly Move[]
}

/** The last job: `v1` and `v1.2`, by the App's token, or by whoever reads the summary. */
export function move(git: Git): void {
  const [version, commit] = [given('VERSION'), given('COMMIT')]
  const due = { tag: `v${version}`, commit, moves: movesOf(version, commit, git.remoteTags()) }
  const token = process.env.PUSH_TOKEN
  if (due.moves.length === 0) summarize('No other tag moves.')
  else if (token) push(git, due, token)
  else tellHow(due)
}

function push(git: Git, { tag, commit, moves }: Due, token: string): void {
  // A run that was started by hand has not checked out what it tagged.
  git.run(['fetch', '--quiet', 'origin', `refs/tags/${tag}`])
  git.push(pushOf(moves, commit), token)
  summarize(`${namesOf(moves)} moved to ${tag}.`)
}

function tellHow({ tag, commit, moves }: Due): void {
  const commands = `git fetch origin refs/tags/${tag}\ngit push ${pushOf(moves, commit).join(' ')}`
  const stayed = `${namesOf(moves)} did not move`
  annotate('warning', `${stayed}, as no GitHub App is set up. The summary has the command.`)
  summarize(`${stayed}. Run this in a clone, as somebody who may:\n\n${block('sh', commands)}`)
}

function namesOf(moves: readonly Move[]): string {
  return moves.map(({ tag }) => tag).join(' and ')
}
