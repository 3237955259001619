// npm run release, and the steps of release.yml. Started by scripts/release.mjs.
import { resolve } from 'node:path'
import { bringUpToDate, tagRelease } from './by-hand.ts'
import { checkTree } from './check.ts'
import { makeFiles } from './files.ts'
import { Git } from './git.ts'
import { annotate, given } from './job.ts'
import { move } from './move.ts'
import { publish } from './publish.ts'
import { Refusal } from './refusal.ts'
import { checkOut, decide } from './steps.ts'

const HELP = `npm run release -- patch|minor|major|VERSION   makes the release commit and its tag, for you to push
npm run release -- changelog [v1.2.3]         brings main's CHANGELOG.md up to date after a release
Steps of release.yml: decide, check-out, check, files FOLDER, publish FOLDER, move.
docs/releasing.md says more.
`

type Step = (git: Git, argument: string) => unknown

const STEPS: Record<string, Step> = {
  decide,
  'check-out': checkOut,
  check: (git) => checkTree(git, given('VERSION')),
  files: (git, folder) => makeFiles(git.folder, resolve(folder)),
  publish: (git, folder) => publish(git, resolve(folder)),
  move,
  changelog: (git, tag) => bringUpToDate(git, tag || undefined),
}

const [command = '', argument = ''] = process.argv.slice(2)
try {
  const git = new Git(process.cwd())
  if (command === '' || command.startsWith('-')) process.stdout.write(HELP)
  else if (Object.hasOwn(STEPS, command)) await STEPS[command]?.(git, argument)
  else tagRelease(git, command)
} catch (error) {
  for (const reason of reasonsOf(error)) annotate('error', reason)
  process.exitCode = 1
}

function reasonsOf(error: unknown): readonly string[] {
  if (error instanceof Refusal) return error.reasons
  // Octokit's.
  if (!(error instanceof Error && error.name === 'HttpError')) throw error
  return [`GitHub answered: ${error.message}. If that may pass, run the failed jobs again.`]
}
