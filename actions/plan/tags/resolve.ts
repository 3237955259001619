import type { Problems } from '../../base/errors.ts'
import type { PlannedTag } from '../plan.ts'
import type { Candidate, RuleFacts } from './candidate.ts'
import { evaluate } from './evaluate.ts'
import type { Flavor } from './flavor.ts'
import { orderOf } from './moves.ts'
import { plannedTag, sanitise } from './name.ts'
import { type TagRule, wrong } from './rule.ts'

/**
 * The tags that the rules give for an event: docker/metadata-action's grammar and behaviour, save for what follows.
 *
 * - `latest` of a version is a moving tag by that version: merge gives it away only if no newer version holds it, so that
 *   a backport (1.2.9 after 1.3.0) leaves it alone.
 * - A prerelease never takes `latest` by itself, not through type=match or type=ref either, nor through latest=true; who
 *   wants it writes type=raw,value=latest.
 * - `pull_request_target` and its kin count as pull requests, not as the branch whose ref they carry.
 * - Where an expression gives nothing, prefix and suffix alone make no tag.
 * - A tag never begins with a dot or a dash: what is left of an odd branch name after cleaning loses them.
 * - More than 128 characters, an unknown attribute, an unknown expression or an unknown zone is an error, not a surprise.
 */
export async function resolveTags(
  rules: readonly TagRule[],
  flavor: Flavor,
  facts: RuleFacts,
  problems: Problems,
): Promise<PlannedTag[]> {
  const found: Candidate[] = []
  const tags: PlannedTag[] = []
  for (const rule of rules) {
    await problems.tryAsync(async () => {
      const candidate = isEnabled(rule, facts) ? await evaluate(rule, facts) : undefined
      if (candidate === undefined || sanitise(candidate.value) === '') return
      const { prefix = flavor.prefix, suffix = flavor.suffix } = rule
      const name = `${facts.render(prefix)}${candidate.value}${facts.render(suffix)}`
      tags.push(plannedTag(name, candidate.reason, candidate.moves))
      found.push(candidate)
    })
  }
  const latest = problems.try(() => latestTag(found, flavor, facts))
  return unique(latest ? [...tags, latest] : tags)
}

function isEnabled(rule: TagRule, { render }: RuleFacts): boolean {
  const enabled = render(rule.enable)
  if (enabled === 'true' || enabled === 'false') return enabled === 'true'
  throw wrong(
    rule.line,
    `enable is "${enabled}"`,
    'It has to be true or false, or an expression that gives one.',
  )
}

/** The rule of highest priority decides, as it also gives the version. */
function latestTag(found: readonly Candidate[], flavor: Flavor, facts: RuleFacts): PlannedTag | undefined {
  const [first] = found
  if (first === undefined || flavor.latest === 'false' || first.prerelease) return undefined
  if (flavor.latest === 'auto' && !first.latest) return undefined
  const prefix = flavor.prefixLatest ? facts.render(flavor.prefix) : ''
  const suffix = flavor.suffixLatest ? facts.render(flavor.suffix) : ''
  const order = orderOf(facts.origin, facts.event.defaultBranch, first.version)
  return plannedTag(`${prefix}latest${suffix}`, `latest with ${first.reason}`, order)
}

/** Of one name the first stays: it comes from the rule of higher priority. */
function unique(tags: readonly PlannedTag[]): PlannedTag[] {
  return tags.filter((tag, index) => tags.findIndex(({ name }) => name === tag.name) === index)
}
