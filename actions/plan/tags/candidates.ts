import type { RunEvent } from '../../base/event.ts'
import type { Origin } from '../origin.ts'
import type { TagOrder } from '../plan.ts'
import type { Render } from './expressions.ts'
import { isExact, isExactGitTag, orderOf } from './moves.ts'
import { sanitise } from './name.ts'
import { type TagRule, wrong } from './rule.ts'
import { looksLikePrerelease, readPep440, readSemver, type Version } from './versions.ts'

export interface RuleFacts {
  event: RunEvent
  origin: Origin
  render: Render
  warn: (message: string) => void
}

/** What a rule gives, before prefix and suffix. */
export interface Candidate {
  value: string
  reason: string
  /** Absent: fixed. */
  moves?: TagOrder | undefined
  /** Whether `latest` comes with it, unless the flavor says otherwise. */
  latest: boolean
  /** As semver, where there is one: what `latest` is ordered by. */
  version?: string | undefined
  prerelease?: boolean
}

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

function movesUnless(fixed: boolean, order: TagOrder): { moves?: TagOrder; latest: false } {
  return fixed ? { latest: false } : { moves: order, latest: false }
}

function scheduled(rule: TagRule, { event, origin, render }: RuleFacts): Candidate {
  const value = render(rule.attributes.pattern ?? '')
  return {
    value,
    reason: 'schedule',
    ...movesUnless(isExact(value, event.sha), orderOf(origin, event.defaultBranch)),
  }
}

async function versioned(rule: TagRule, facts: RuleFacts): Promise<Candidate | undefined> {
  const raw = subject(rule, facts)
  if (raw === undefined) return undefined
  const { pattern = '', match = '' } = rule.attributes
  const text = match === '' ? raw : pick(rule, raw, match, facts)
  if (text === undefined) return undefined
  const dashed = text.replaceAll('/', '-')
  const version = rule.type === 'semver' ? readSemver(dashed) : await readPep440(dashed)
  if (!version) {
    facts.warn(
      `"${raw}" is no version as type=${rule.type} understands it; the rule "${rule.line}" gives no tag.`,
    )
    return undefined
  }
  const used = version.special ? fullPattern(pattern) : pattern
  return {
    value: facts.render(used, version.values),
    reason: `${rule.type} ${used} of ${raw}`,
    moves: isFullVersion(used, version) ? undefined : { by: 'version', version: version.comparable },
    latest: true,
    version: version.comparable,
    prerelease: version.special,
  }
}

/** The git tag, or the value that the rule names instead. */
function subject(rule: TagRule, { origin, render }: RuleFacts): string | undefined {
  if (rule.attributes.value) return render(rule.attributes.value)
  return origin.kind === 'tag' ? origin.name : undefined
}

function fullPattern(pattern: string): string {
  return /^\{\{\s*raw\s*\}\}$/.test(pattern) ? pattern : '{{version}}'
}

function isFullVersion(pattern: string, version: Version): boolean {
  const has = (name: string) => new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(pattern)
  if (has('version') || has('raw')) return true
  return version.threeParts && ['major', 'minor', 'patch'].every(has)
}

function matched(rule: TagRule, facts: RuleFacts): Candidate | undefined {
  const raw = subject(rule, facts)
  if (raw === undefined) return undefined
  const { pattern = '', group = '0' } = rule.attributes
  const value = pick(rule, raw, pattern, facts, Number(group))
  if (value === undefined) return undefined
  const version = (readSemver(raw) ?? readSemver(value))?.comparable
  const order = orderOf(facts.origin, facts.event.defaultBranch, version)
  const fixed = value === raw || isExactGitTag(value, facts.event.sha)
  return {
    value,
    reason: `match ${pattern} of ${raw}`,
    ...movesUnless(fixed, order),
    latest: true,
    version,
    prerelease: looksLikePrerelease(raw),
  }
}

/** Slashes are tried as they are, then as dashes, as older rules were written for those. */
function pick(
  rule: TagRule,
  raw: string,
  pattern: string,
  facts: RuleFacts,
  group?: number,
): string | undefined {
  const expression = toExpression(rule, pattern)
  const found = expression.exec(raw) ?? expression.exec(raw.replaceAll('/', '-'))
  const value = group === undefined ? (found?.[1] ?? found?.[0]) : found?.[group]
  if (value === undefined) facts.warn(`"${raw}" does not match; the rule "${rule.line}" gives no tag.`)
  return value
}

function toExpression(rule: TagRule, pattern: string): RegExp {
  const [, body = pattern, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? []
  try {
    // With g or y the same expression would begin its second search where the first one ended.
    return new RegExp(body, flags.replace(/[gy]/g, ''))
  } catch (cause) {
    throw wrong(rule.line, (cause as Error).message, 'Write a regular expression of JavaScript.')
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
