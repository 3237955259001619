import { type Decision, decideTag, decideVersion } from './decide.ts'
import type { Git } from './git.ts'
import { githubReleases } from './github-releases.ts'
import { given, setOutputs, summarize } from './job.ts'
import { movesOf } from './moving.ts'
import { Refusal } from './refusal.ts'
import { makeReleaseCommit } from './release-commit.ts'

/** The first job: what is released, and whether anything of it is left to do. */
export async function decide(git: Git): Promise<void> {
  const { version, commit } = decision(git)
  const tag = `v${version}`
  const tags = git.remoteTags()
  const complete =
    tags.get(tag)?.commit === commit &&
    movesOf(version, commit, tags).length === 0 &&
    (await githubReleases().isPublished(tag))
  setOutputs({ version, tag, commit, complete: String(complete) })
  summarize(complete ? `${tag} is released already.` : `Releasing \`${commit}\` as ${tag}.`)
}

function decision(git: Git): Decision {
  const ref = given('GITHUB_REF')
  if (process.env.GITHUB_EVENT_NAME !== 'workflow_dispatch')
    return decideTag(git, ref.replace('refs/tags/', ''))
  const bump = given('BUMP')
  if (!/^refs\/heads\/(main|release\/.+)$/.test(ref))
    throw new Refusal(
      `A release is made of main or of a branch release/…, and not of ${ref}. Choose one of these.`,
    )
  if (!process.env.APP)
    throw new Refusal(
      `Without a GitHub App nobody here may push a commit that changes workflows. Make the release on your machine with npm run release -- ${bump}, or set the App up (docs/releasing.md).`,
    )
  return decideVersion(git, bump, Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) > 1)
}

/** Every later job: the same commit once more, whether it has been pushed or not. */
export function checkOut(git: Git): void {
  const commit = given('COMMIT')
  const head = git.line('rev-parse', 'HEAD')
  if (head === commit) return
  const made = makeReleaseCommit(git, head, given('VERSION'))
  // A rerun may find a tag whose commit has another author or date; what is in it was compared when it was decided on.
  if (made !== commit) git.run(['fetch', '--quiet', 'origin', `refs/tags/v${given('VERSION')}`])
  git.run(['checkout', '--quiet', '--detach', commit])
}
