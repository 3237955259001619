import { UserError } from '../../base/errors.ts'
import type { Git } from './git.ts'

/** The commit that a branch or a tag stands for, the branch winning; `HEAD` is the remote's default branch. */
export async function resolveRef(git: Git, url: string, name: string): Promise<string> {
  const wanted =
    name === 'HEAD' ? ['HEAD'] : [`refs/heads/${name}`, `refs/tags/${name}^{}`, `refs/tags/${name}`]
  const refs = await remoteRefs(git, url, wanted)
  const found = wanted.map((ref) => refs.get(ref)).find((commit) => commit !== undefined)
  if (found !== undefined) return found
  throw new UserError('IMG8401', `${url} has no branch or tag ${JSON.stringify(name)}.`, {
    hint: 'See the repository’s branches and tags for what it is called now.',
  })
}

/** By their full names, as the remote has them at this moment; `refs/tags/x^{}` is the commit of an annotated tag. */
async function remoteRefs(
  git: Git,
  url: string,
  patterns: readonly string[] = [],
): Promise<Map<string, string>> {
  const { stdout } = await git.run(['ls-remote', '--quiet', '--', url, ...patterns], { remote: url })
  return new Map(
    stdout.split('\n').flatMap((line): [string, string][] => {
      const [, commit, ref] = /^([0-9a-f]{40})\t(.+)$/.exec(line) ?? []
      return commit !== undefined && ref !== undefined ? [[ref, commit]] : []
    }),
  )
}
