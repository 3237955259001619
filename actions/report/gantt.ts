import { block } from '../base/markdown.ts'
import { type LegFact, legFacts, type PublishReport } from './facts.ts'

/** Mermaid refuses a diagram above 50,000 characters, and nobody reads a chart of two hundred bars. */
const MOST_LEGS = 40

const MOST_TICKS = 10
const TICKS = [
  [1, '1second'],
  [5, '5second'],
  [15, '15second'],
  [60, '1minute'],
  [300, '5minute'],
  [900, '15minute'],
  [3600, '1hour'],
] as const

export interface Gantt {
  markdown: string
  /** Legs that are not shown. */
  omitted: number
}

/** prepare, each leg's build and push, merge, on one axis of time. */
export function gantt(report: PublishReport): Gantt {
  const built = legFacts(report).filter((fact) => fact.record !== undefined)
  const shown = new Set([...built].sort((a, b) => effort(b) - effort(a)).slice(0, MOST_LEGS))
  const lines = [
    'gantt',
    'dateFormat x',
    'axisFormat %H:%M:%S',
    ...ticks(report),
    ...prepareLines(report, built),
    ...legLines(built.filter((fact) => shown.has(fact))),
    ...mergeLines(report),
  ]
  return { markdown: block('mermaid', lines.join('\n')), omitted: built.length - shown.size }
}

/** By itself the axis has so many marks that those of a short run all say the same second. */
function ticks({ plan, receipt }: PublishReport): string[] {
  const seconds = (Date.parse(receipt.created) - Date.parse(plan.created)) / 1000
  const fitting = TICKS.find(([length]) => seconds / length <= MOST_TICKS)
  return fitting && Number.isFinite(seconds) ? [`tickInterval ${fitting[1]}`] : []
}

function effort({ record }: LegFact): number {
  return record ? record.buildTime + (record.verified?.time ?? 0) + record.pushTime : 0
}

function prepareLines({ plan }: PublishReport, built: readonly LegFact[]): string[] {
  const from = Date.parse(plan.created)
  const first = Math.min(...built.map(({ record }) => Date.parse(record?.started ?? '')))
  const wait = Number.isFinite(first) ? first - from : 0
  return ['section prepare', bar('plan and wait for runners', from, wait)]
}

function legLines(facts: readonly LegFact[]): string[] {
  return [...Map.groupBy(facts, (fact) => fact.leg.image)].flatMap(([image, legs]) => [
    `section ${label(image)}`,
    ...legs.flatMap(({ record }) => {
      if (!record) return []
      const { platform, buildTime, verified, pushTime } = record
      const start = Date.parse(record.started)
      const built = start + buildTime
      return [
        bar(`build ${platform}`, start, buildTime),
        ...(verified ? [bar(`verify ${platform}`, built, verified.time)] : []),
        bar(`push ${platform}`, built + (verified?.time ?? 0), pushTime),
      ]
    }),
  ])
}

function mergeLines({ receipt }: PublishReport): string[] {
  const end = Date.parse(receipt.created)
  return ['section merge', bar('merge', end - receipt.duration, receipt.duration)]
}

function bar(text: string, start: number, length: number): string {
  // A date that is none would spoil the whole diagram; a comment does not.
  if (!Number.isFinite(start)) return `%% ${label(text)}`
  return `${label(text)} :${start}, ${Math.max(1, Math.round(length))}ms`
}

/** Mermaid's grammar ends a label at `:`, a line at `;`, and reads `#` and `%%` as its own. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{N} ./_-]+/gu, '-').trim() || '-'
}
