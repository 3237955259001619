import { type Candidate, movesUnless, type RuleFacts } from './candidate.ts'
import { matched, versioned } from './from-version.ts'
import { isExact, isExactGitTag, orderOf } from './moves.ts'
import { sanitise } from './name.ts'
import type { TagRule } from './rule.ts'
import { looksLikePrerelease, readSemver, type Version } from './versions.ts'

/** Undefined: the rule says nothing about this event. */
export async function evaluate(rule: TagRule, facts: RuleFacts): Promise<Candidate | undefined> {
  const { event, origin, render } = facts
  const follow = (version?: Version) => orderOf(origin, event.defaultBranch, version?.comparable)
  switch (rule.type) {
    case 'schedule':
      return event.name === 'schedule' ? scheduled(rule, facts) : undefined
    case 'semver':
    case 'pep440':
      return versioned(rule, facts)
    case 'match':
      return matched(rule, facts)
    case 'edge': {
      const branch = rule.attributes.branch || event.defaultBranch
      if (origin.kind !== 'branch' || origin.name !== branch) return undefined
      return { value: 'edge', reason: `edge of branch ${branch}`, moves: follow(), latest: false }
    }
    case 'ref':
      return referred(rule, facts)
    case 'raw': {
      const value = render(rule.attributes.value ?? '')
      const version = origin.kind === 'tag' ? readSemver(origin.name) : undefined
      return { value, reason: 'named in "tags"', ...movesUnless(isExact(value, event.sha), follow(version)) }
    }
    case 'sha': {
      const value = rule.attributes.format === 'short' ? event.sha.slice(0, 7) : event.sha
      return { value, reason: 'the commit', latest: false }
    }
  }
}

function scheduled(rule: TagRule, { event, origin, render }: RuleFacts): Candidate {
  const value = render(rule.attributes.pattern ?? '')
  return {
    value,
    reason: 'schedule',
    ...movesUnless(isExact(value, event.sha), orderOf(origin, event.defaultBranch)),
  }
}

function referred(rule: TagRule, { event, origin }: RuleFacts): Candidate | undefined {
  const kind = rule.attributes.event === 'pr' ? 'pull' : rule.attributes.event
  if (origin.kind !== kind || origin.name === '') return undefined
  const order = orderOf(origin, event.defaultBranch)
  const value = sanitise(origin.name)
  if (kind === 'branch') return { value, reason: `branch ${origin.name}`, moves: order, latest: false }
  if (kind === 'pull') return { value, reason: `pull request ${origin.name}`, moves: order, latest: false }
  const fixed = isExactGitTag(origin.name, event.sha)
  return {
    value,
    reason: `git tag ${origin.name}`,
    ...movesUnless(fixed, order),
    latest: true,
    version: readSemver(origin.name)?.comparable,
    prerelease: looksLikePrerelease(origin.name),
  }
}
