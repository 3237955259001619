import { messageOf } from '../../base/errors.ts'
import { said } from '../../base/said.ts'
import { type Candidate, movesUnless, type RuleFacts } from './candidate.ts'
import { isExactGitTag, orderOf } from './moves.ts'
import { type TagRule, wrong } from './rule.ts'
import { looksLikePrerelease, readPep440, readSemver, type Version } from './versions.ts'

/** type=semver and type=pep440. */
export async function versioned(rule: TagRule, facts: RuleFacts): Promise<Candidate | undefined> {
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

/** type=match. */
export function matched(rule: TagRule, facts: RuleFacts): Candidate | undefined {
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
    throw wrong(rule.line, said(messageOf(cause)), 'Write a regular expression of JavaScript.')
  }
}
