import type { BuildStep } from '../../engine/steps.ts'
import type { Finding } from '../check.ts'

/** Where a step shall come from after a change. */
export type Origin = 'cached' | 'rebuilt'

const WORDS = { cached: 'from the cache', rebuilt: 'built again' }

export function nameOf(text: string, origin: Origin, edit: string): string {
  const verb = origin === 'cached' ? 'comes' : 'is'
  return `"${text}" ${verb} ${WORDS[origin]} when ${edit} changes`
}

/** What is wrong with the steps that a text of the check file means. */
export function originFinding(
  text: string,
  origin: Origin,
  edit: string,
  steps: readonly BuildStep[],
): Finding | undefined {
  const log = steps.map(({ instruction, cached }) => `${cached ? 'cached ' : 'rebuilt'}  ${instruction}`)
  const meant = steps.filter(({ instruction }) => comparable(instruction).includes(comparable(text)))
  if (meant.length === 0)
    return {
      expected: `a step with "${text}"`,
      actual: `none of the ${steps.length} steps of the build`,
      hint: 'Write the beginning or a part of a step.',
      log,
    }
  const wrong = meant.filter(({ cached }) => cached !== (origin === 'cached'))
  if (wrong.length === 0) return undefined
  const other = origin === 'cached' ? 'rebuilt' : 'cached'
  return {
    expected: WORDS[origin],
    actual: `${WORDS[other]}: ${wrong.map(({ instruction }) => instruction).join('; ')}`,
    hint: origin === 'cached' ? rebuiltHint(edit, steps, wrong) : cachedHint(edit, steps),
    log,
  }
}

/** Whether a text of `cached` is not met; a cache that was cold says so too. */
export function missesCache(texts: readonly string[], steps: readonly BuildStep[]): boolean {
  return texts.some((text) => originFinding(text, 'cached', '', steps) !== undefined)
}

/** podman prints a step on one line, with the blanks and small letters of its author. */
function comparable(text: string): string {
  return text
    .replace(/[\s\\]+/g, ' ')
    .trim()
    .toLowerCase()
}

function rebuiltHint(edit: string, steps: readonly BuildStep[], wrong: readonly BuildStep[]): string {
  const first = steps.find(({ cached }) => !cached)
  return first && !wrong.includes(first)
    ? `The first step to be built again is "${first.instruction}": move it behind what must stay in the cache, or copy fewer files there.`
    : `It takes in ${edit}: copy only what it needs before it.`
}

function cachedHint(edit: string, steps: readonly BuildStep[]): string {
  return steps.every(({ cached }) => cached)
    ? `No step takes in ${edit}: is it in .containerignore or .dockerignore?`
    : `It does not take in ${edit}, nor does a step before it.`
}
