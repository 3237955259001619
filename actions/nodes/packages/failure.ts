import { UserError } from '../../base/errors.ts'
import { printable, sentence, withoutLogin } from '../../base/printable.ts'
import { normalPackage } from '../names.ts'
import type { Requirement } from './requirements.ts'
import type { Source } from './sources.ts'

/** Who wants what a resolver complains about. */
export interface Culprit {
  whose: string
  requirements: string[]
}

/** As much of a resolver's words as a person reads. */
const LINES = 12

/** What a resolver says is wrong, without its progress and its advice. */
export function complaintOf(output: string): string {
  const lines = output.split('\n').filter((line) => !/ResolutionImpossible|^\[notice\]/.test(line))
  const first = lines.findIndex((line) => /^\s*(ERROR:|error:|×)/.test(line))
  const rest = first < 0 ? lines.slice(-LINES) : lines.slice(first)
  const advice = rest.findIndex((line) => /^\s*hint:/.test(line))
  const told = [...(advice < 1 ? rest : rest.slice(0, advice)), ...causesIn(lines)].join('\n')
  return withoutLogin(told)
    .replace(/^(?:ERROR|error): /gm, '')
    .replace(/(?:^|\n)[\s│]*(?:×|╰─▶|├─▶|╭|╰|│)\s*/g, '\n')
    .trim()
}

/** pip tells who wants what in between its progress, on another stream. */
function causesIn(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => /^The conflict is caused by:/.test(line))
  if (first < 0) return []
  const last = lines.findIndex((line, index) => index > first && /^To fix this/.test(line))
  return lines.slice(first, last < 0 ? undefined : last)
}

/** The requirements that a complaint speaks of; where it says one as it is written, others for the same package are not meant. */
export function culpritsOf(complaint: string, sources: readonly Source[]): Culprit[] {
  const text = tightened(complaint)
  const words = new Set(
    (text.match(/[A-Za-z0-9][\w.-]*/g) ?? []).map((word) => normalPackage(word.replace(/\.+$/, ''))),
  )
  const named = sources.flatMap(({ whose, requirements }) =>
    requirements.flatMap((requirement) =>
      requirement.name !== undefined && words.has(requirement.name) ? [{ whose, requirement }] : [],
    ),
  )
  const meant = [...Map.groupBy(named, ({ requirement }) => requirement.name).values()].flatMap((same) => {
    const asWritten = same.filter(({ requirement }) => says(text, requirement))
    // Who takes any version is in nobody's way.
    const demanding = asWritten.filter(({ requirement }) =>
      /[<>=!~]/.test(requirement.text.split(';', 1)[0] ?? ''),
    )
    return [demanding, asWritten, same].find(({ length }) => length > 0) ?? []
  })
  const byWhose = Map.groupBy(meant, ({ whose }) => whose)
  return [...byWhose].map(([whose, each]) => ({
    whose,
    requirements: each.map(({ requirement }) => requirement.text),
  }))
}

/** One sentence, with everybody who is to blame in it. */
export function failureOf(
  complaint: string,
  culprits: readonly Culprit[],
  kept: readonly string[],
): UserError {
  const short = sentence(printable(complaint.split('\n').slice(0, LINES).join(' ').replace(/\s+/g, ' ')))
  const base = kept.length === 0 ? '' : `, and the base image keeps ${kept.join(', ')}`
  const hint = 'Pin a version in pips that all of them take, or move or take out one of them.'
  const wants = culprits.map(({ whose, requirements }) => `${whose} wants ${requirements.join(', ')}`)
  if (culprits.length === 0)
    return new UserError('IMG8606', `The packages can't be installed: ${short}`, {
      hint: 'Mend what it complains of and run this again: nothing was installed.',
    })
  if (culprits.length === 1)
    return new UserError(
      'IMG8605',
      `${culprits[0]?.whose}: ${culprits[0]?.requirements.join(', ')} can't be installed${base}: ${short}`,
      { hint },
    )
  return new UserError('IMG8605', `${wants.join('; ')}${base}: that can't be had together: ${short}`, {
    hint,
  })
}

export function isWritten(complaint: string, requirement: string): boolean {
  return says(tightened(complaint), { text: requirement })
}

function says(text: string, requirement: Pick<Requirement, 'text'>): boolean {
  const written = tightened(requirement.text.replace(/\s*;.*$/, '').replace(/\[[^\]]*\]/, ''))
  const at = new RegExp(`(?<![\\w.-])${escaped(written)}(?![\\w*=<>!~]|[.+-]\\w|,[<>=!~])`, 'i')
  return at.test(text)
}

/** pip and uv write `six >= 1.15`, `six>=1.15` and `six<2,>=1.15`. */
function tightened(text: string): string {
  return text.replace(/\s*(===|[<>=!~]=|[<>])\s*/g, '$1').replace(/,\s+(?=[<>=!~])/g, ',')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
