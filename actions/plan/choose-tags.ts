import type { Problems } from '../base/errors.ts'
import { defaultTags, namedTag } from './default-tags.ts'
import type { PlannedTag } from './plan.ts'
import { describeOrigin } from './publish.ts'
import type { PlanRequest } from './request.ts'
import type { RuleFacts } from './tags/candidate.ts'
import { parseFlavor } from './tags/flavor.ts'
import { resolveTags } from './tags/resolve.ts'
import { parseTagRules } from './tags/rule.ts'

/** The tags of this run: those of the input tag-name, of the rules in "tags", or of the default rules. */
export async function chooseTags(
  request: PlanRequest,
  facts: RuleFacts,
  problems: Problems,
): Promise<PlannedTag[]> {
  const faults = problems.list.length
  const tags = await givenTags(request, facts, problems)
  const isDispatch = facts.event.name === 'workflow_dispatch' && !request.skipPush
  if (isDispatch && tags.length === 0 && problems.list.length === faults) {
    problems.add(
      'IMG1302',
      `This run was started by hand, and ${describeOrigin(facts.origin)} gives no tag.`,
      'Give "tag-name", start it on the default branch, or set skip-push to build only.',
    )
  }
  return tags
}

async function givenTags(request: PlanRequest, facts: RuleFacts, problems: Problems): Promise<PlannedTag[]> {
  const { event, origin } = facts
  const defaults = { ...request, origin, sha: event.sha, defaultBranch: event.defaultBranch }
  const rules = await parseTagRules(request.tags, problems)
  const flavor = await problems.tryAsync(() => parseFlavor(request.flavor))
  // Whoever types a name when starting a run means that tag and no other.
  if (request.tagName !== '') return problems.try(() => [namedTag(request.tagName, defaults)]) ?? []
  if (request.tags.trim() === '') return problems.try(() => defaultTags(defaults)) ?? []
  return flavor === undefined ? [] : resolveTags(rules, flavor, facts, problems)
}
