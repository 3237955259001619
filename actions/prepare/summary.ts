import { code, folded, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import type { Plan, PlannedTag } from '../plan/plan.ts'

/** What will happen now, for whoever opens the run while it is building. */
export function planSummary(plan: Plan): SummarySection[] {
  const parts = [
    `## Plan${plan.version === '' ? '' : `: ${plain(plan.version)}`}`,
    plan.publish ? `Publishes: ${plain(plan.reason)}.` : `**Does not publish:** ${plain(plan.reason)}.`,
    tagTable(plan),
    plan.unchanged.length > 0 ? `Unchanged, so not built: ${plan.unchanged.map(code).join(', ')}.` : '',
  ]
  const head = { markdown: parts.filter((part) => part !== '').join('\n\n'), importance: 2 }
  return plan.legs.length === 0 ? [head] : [head, { markdown: legTable(plan), importance: 6 }]
}

/** All images of a plan have the same tags. */
function tagTable({ images }: Plan): string {
  const tags = images[0]?.tags ?? []
  if (tags.length === 0) return ''
  return table(
    ['Tag', 'Kind', 'Because of'],
    tags.map((tag) => [code(tag.name), kindOf(tag), plain(tag.reason)]),
  )
}

function kindOf({ moves }: PlannedTag): string {
  if (moves === undefined) return 'fixed'
  if (moves.by === 'version') return `moves up to ${plain(moves.version)}`
  return moves.branch === undefined ? 'moves' : `moves with ${code(moves.branch)}`
}

function legTable({ images, legs }: Plan): string {
  const rows = legs.map(({ image, platform, runsOn }) => {
    const repositories = images.find(({ name }) => name === image)?.repositories ?? []
    return [code(image), code(platform), runsOn.map(code).join(' '), repositories.map(code).join('<br>')]
  })
  const title = `${legs.length} ${legs.length === 1 ? 'build' : 'builds'}`
  return folded(title, table(['Image', 'Platform', 'Runner', 'Repositories'], rows))
}
