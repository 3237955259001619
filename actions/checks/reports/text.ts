import { shortDigest } from '../../base/digest.ts'
import type { Finding } from '../check.ts'
import type { LocatedResult, Verification } from '../verification.ts'
import { clean, cleanLine, type Section, sectionsOf, shortened, talliedOf } from './facts.ts'

const MARKS = { passed: '✓', failed: '✗', unchecked: '–' } as const
const MOST = 2000

/** For a terminal: each part of the check file, what failed with all that is known of it, and the count. */
export function textOf(verification: Verification): string {
  const { name, id, platform, file } = verification
  const head = `${clean(name)} (${shortDigest(id)}, ${platform}) as ${clean(file)} wants it`
  const sections = sectionsOf(verification).map(sectionText)
  return `${[head, ...sections, talliedOf(verification)].join('\n\n')}\n`
}

function sectionText({ name, results }: Section): string {
  return [name, ...results.flatMap(resultLines)].join('\n')
}

function resultLines({ name, status, finding, reason, place }: LocatedResult): string[] {
  const line = `  ${MARKS[status]} ${clean(name)}`
  if (status === 'unchecked') return [`${line}: ${clean(reason ?? 'not checked')}`]
  if (status === 'passed') return [line]
  return [
    `${line} (${clean(place.file)}:${place.line}:${place.column})`,
    ...(finding ? findingLines(finding) : []),
  ]
}

function findingLines({ expected, actual, hint, log = [] }: Finding): string[] {
  const said = (text: string) => shortened(clean(text), MOST)
  return [
    `      expected: ${said(expected)}`,
    `      actual:   ${said(actual)}`,
    ...(hint === undefined ? [] : [`      hint:     ${said(hint)}`]),
    ...log.map(
      (line, index) => `      ${index === 0 ? 'log:' : '    '}      | ${shortened(cleanLine(line), MOST)}`,
    ),
  ]
}
