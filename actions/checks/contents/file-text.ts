import { formatBytes } from '../../base/units.ts'
import type { CheckPath, Finding } from '../check.ts'
import type { Results } from '../results.ts'
import { quoted, textFaults } from '../text.ts'
import { type Contents, LONGEST_TEXT } from './contents.ts'
import { typeOf } from './properties.ts'
import type { Resolved } from './tree.ts'

export const TEXT_KEYS = ['contains', 'excludes', 'matches'] as const

export interface TextCheck {
  /** The path in the image. */
  file: string
  key: (typeof TEXT_KEYS)[number]
  asked: string
  at: CheckPath
}

/** A file's text is never shown: it may be the very thing that nobody shall see. */
export async function checkText(
  { file, key, asked, at }: TextCheck,
  { node }: Resolved,
  { contents, results }: { contents: Contents; results: Results },
): Promise<void> {
  const name = `${file} ${spoken(key, asked)}`
  if (!node) {
    results.unchecked(at, name, `${file} is not there.`)
    return
  }
  await results.check(at, name, (): Finding | undefined => {
    const expected = spoken(key, asked)
    if (typeOf(node) !== 'file') return { expected, actual: `it is a ${typeOf(node)}` }
    const text = contents.textOf(file)
    if (text === undefined) return { expected, actual: tooLong(node.entry.size) }
    if (textFaults(file, text, { [key]: [asked] }).length === 0) return undefined
    return {
      expected,
      actual: key === 'excludes' ? `line ${lineOf(text, asked)} has it` : 'nothing in it does',
    }
  })
}

function spoken(key: TextCheck['key'], asked: string): string {
  return key === 'matches' ? `matches /${asked}/` : `${key} ${quoted(asked)}`
}

function tooLong(size: number): string {
  return `it is ${formatBytes(size)} long; files of more than ${formatBytes(LONGEST_TEXT)} are not searched`
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}
