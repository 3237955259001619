import { UserError } from '../base/errors.ts'
import { isTag } from '../base/reference.ts'
import type { Origin } from './origin.ts'
import type { PlannedTag } from './plan.ts'
import { isExact, orderOf } from './tags/moves.ts'
import { plannedTag } from './tags/name.ts'
import { readSemver } from './tags/versions.ts'

const STRICT = /^v\d+\.\d+\.\d+$/

export interface DefaultTagFacts {
  origin: Origin
  defaultBranch: string
  sha: string
  strictSemver: boolean
}

/** Without rules: the default branch gives `latest`, a tag `v1.2.3` gives `1.2.3` and nothing else, all else gives nothing. */
export function defaultTags(facts: DefaultTagFacts): PlannedTag[] {
  const { origin, defaultBranch } = facts
  if (origin.kind === 'tag') return [versionTag(origin.name, facts.strictSemver)]
  if (!origin.onDefaultBranch) return []
  const reason = `the default branch ${origin.name}`
  return [{ name: 'latest', reason, moves: orderOf(origin, defaultBranch) }]
}

/** The input `tag-name`: the one tag of the run, exactly as written. */
export function namedTag(name: string, facts: DefaultTagFacts): PlannedTag {
  if (!isTag(name)) {
    throw new UserError('IMG1303', `Input "tag-name" is "${name}", which is no valid tag.`, {
      hint: 'A tag has at most 128 letters, digits, "_", "." and "-", and does not begin with "." or "-".',
    })
  }
  const reason = 'the input tag-name'
  if (isExact(name, facts.sha)) return { name, reason }
  return { name, reason, moves: orderOf(facts.origin, facts.defaultBranch) }
}

function versionTag(gitTag: string, strict: boolean): PlannedTag {
  const reason = `the git tag ${gitTag}`
  if (STRICT.test(gitTag)) return plannedTag(gitTag.slice(1), reason)
  const form = strict ? 'v1.2.3' : 'v1.2.3, v1.2.3-rc.1 or v1.2.3+build.5'
  if (strict || !gitTag.startsWith('v') || !readSemver(gitTag)) {
    throw new UserError(
      'IMG1301',
      `The git tag "${gitTag}" is not a release: ${form} is the form expected.`,
      {
        hint: strict
          ? 'Rename the tag, set strict-semver: false for prereleases and build metadata, or say in "tags" what such a tag gives.'
          : 'Rename the tag, or say in "tags" what such a tag gives.',
      },
    )
  }
  // Build metadata stays: two builds of one version are two images. A tag can't hold its "+".
  return plannedTag(gitTag.slice(1), reason)
}
