import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import type { Figure } from './case.ts'
import type { Result } from './report.ts'
import { show } from './table.ts'

/** What a whole run measured: the figures of each case. */
export type Baseline = Record<string, readonly Pick<Figure, 'what' | 'value' | 'range' | 'unit'>[]>

export const BASELINE = join(root, 'docs/benchmarks.json')

/** Another machine, and fewer rounds: so much more than the worst round of before may the best one of now be. */
const MARGIN = 1.25

export function baselineOf(results: readonly Result[]): Baseline {
  const entries = results.map(({ name, figures }) => [
    name,
    figures.map(({ what, value, range, unit }) => ({ what, value, ...(range && { range }), unit })),
  ])
  return Object.fromEntries(entries)
}

export async function readBaseline(file = BASELINE): Promise<Baseline> {
  return JSON.parse(await readFile(file, 'utf8'))
}

/** What has become worse beyond noise, a line each. What was never measured before can't be. */
export function regressions(results: readonly Result[], baseline: Baseline): string[] {
  return results.flatMap(({ name, figures }) =>
    figures.flatMap((figure) => {
      const before = baseline[name]?.find(({ what }) => what === figure.what)
      return before && isWorse(figure, before)
        ? [
            `${name}: ${figure.what} is ${show(figure.value, figure.unit)}, and was ${show(before.value, before.unit)}`,
          ]
        : []
    }),
  )
}

function isWorse(now: Figure, before: Pick<Figure, 'value' | 'range' | 'unit'>): boolean {
  // Seconds of one machine say nothing about another's.
  if (now.unit === 's') return false
  // Requests are counted, not measured.
  const margin = COUNTED.has(now.unit) ? 1 : MARGIN
  // What could not be measured is not good.
  return !((now.range?.[0] ?? now.value) <= (before.range?.[1] ?? before.value) * margin)
}

const COUNTED: ReadonlySet<Figure['unit']> = new Set(['requests', 'points', 'tags', 'nodes'])
