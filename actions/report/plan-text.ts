import { printable } from '../base/printable.ts'
import { textTable } from '../base/text-table.ts'
import type { Plan, PlannedTag } from '../plan/plan.ts'
import { HEADS } from './heads.ts'

/** What would be published, for somebody at a terminal. */
export function planText(plan: Plan): string {
  const { unchanged } = plan
  const paragraphs = [
    printable(`Plan ${plan.id}${plan.publish ? '' : ', which publishes nothing'}: ${plan.reason}.`),
    tagTable(plan),
    legTable(plan),
    unchanged.length === 0 ? '' : printable(`Unchanged, so not built: ${unchanged.join(', ')}.`),
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}

/** All images of a plan have the same tags. */
function tagTable({ images }: Plan): string {
  const tags = images[0]?.tags ?? []
  const rows = tags.map((tag) => [tag.name, kindOf(tag), tag.reason])
  return rows.length === 0 ? '' : textTable(HEADS.plannedTags.cells, rows)
}

function kindOf({ moves }: PlannedTag): string {
  if (moves === undefined) return 'fixed'
  if (moves.by === 'version') return `moves up to ${moves.version}`
  return moves.branch === undefined ? 'moves' : `moves with ${moves.branch}`
}

/** A line for each repository; the leg is named once. */
function legTable({ images, legs }: Plan): string {
  const rows = legs.flatMap(({ leg, image, platform }) => {
    const [first = '', ...others] = images.find(({ name }) => name === image)?.repositories ?? []
    return [[leg, image, platform, first], ...others.map((repository) => ['', '', '', repository])]
  })
  return rows.length === 0 ? '' : textTable(HEADS.plannedLegs.cells, rows)
}
