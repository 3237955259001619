import type * as z from 'zod'
import { closest, didYouMean, suggestion } from '../../base/written/suggestions.ts'
import { kindOf, listed, shortened, spoken } from '../../base/written/words.ts'
import {
  type Fault,
  offsetOf,
  type Path,
  type Written,
  type WrittenScalar,
  writtenAt,
} from '../../base/written/written.ts'
import { homesOf, keysAt } from './json-schema.ts'
import { ELSEWHERE } from './synonyms.ts'

type Issue = z.core.$ZodIssue

/** What the schema finds wrong, before it is said in words. */
interface Flaw {
  path: Path
  /** Any of these would have been right. */
  expected?: readonly string[]
  /** Values that could have been meant. */
  choices?: readonly string[]
  said?: string
  /** What to do about that, as a sentence. */
  remedy?: string
  /** A key that nobody knows. */
  unknown?: string
}

/** What the schema finds wrong, in plain words and with its place in the file. */
export function faultsOf(issues: readonly Issue[], root: Written): Fault[] {
  return issues.flatMap((issue) => flawsOf(issue, [])).map((flaw) => faultOf(flaw, root))
}

/** The path of each place where text was expected. */
export function textsWanted(issues: readonly Issue[], base: Path = []): Path[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => textsWanted(branch, path))
    return issue.code === 'invalid_type' && issue.expected === 'string' ? [path] : []
  })
}

const BOOLEAN = ['true', 'false']
const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
}

function flawsOf(issue: Issue, base: Path): Flaw[] {
  const path = [...base, ...issue.path]
  switch (issue.code) {
    case 'invalid_union':
      return best(
        issue.errors.map((branch) => branch.flatMap((inner) => flawsOf(inner, path))),
        path,
      )
    case 'invalid_type':
      return [
        {
          path,
          expected: issue.expected === 'boolean' ? BOOLEAN : [WORDS[issue.expected] ?? issue.expected],
        },
      ]
    case 'invalid_value': {
      const choices = issue.values.filter((value) => typeof value === 'string')
      const expected =
        choices.length > 1 ? [`one of ${choices.join(', ')}`] : [JSON.stringify(issue.values[0])]
      return [{ path, choices, expected }]
    }
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({ path, unknown }))
    case 'invalid_key':
      return [
        {
          path,
          said: issue.issues.map(({ message }) => message).join(', '),
          remedy: 'Write this name otherwise.',
        },
      ]
    case 'too_small':
      return issue.origin === 'array'
        ? [{ path, said: 'the list is empty', remedy: 'Put something into it, or leave it out.' }]
        : [{ path, said: `expected at least ${issue.minimum}`, remedy: `Write ${issue.minimum} or more.` }]
    case 'too_big':
      return [{ path, said: `expected at most ${issue.maximum}`, remedy: `Write ${issue.maximum} or less.` }]
    case 'custom':
      return [{ path, said: issue.message, ...remedyIn(issue.params) }]
    default:
      return [{ path, said: issue.message }]
  }
}

/** As the schema gives it beside what is wrong. */
function remedyIn(params: Record<string, unknown> | undefined): { remedy?: string } {
  return typeof params?.remedy === 'string' ? { remedy: params.remedy } : {}
}

/** Of several forms the one that was meant: the one whose kind is right. */
function best(branches: readonly Flaw[][], path: Path): Flaw[] {
  const isKind = (flaw: Flaw) => flaw.expected !== undefined && flaw.path.length === path.length
  const meant = branches.find((flaws) => !flaws.some(isKind))
  if (meant) return meant
  const kinds = branches.flat().filter(isKind)
  const choices = kinds.flatMap((flaw) => flaw.choices ?? [])
  const expected = [...new Set(kinds.flatMap((flaw) => flaw.expected ?? []))]
  return [{ path, expected, ...(choices.length > 0 ? { choices } : {}) }]
}

function faultOf(flaw: Flaw, root: Written): Fault {
  const { path, unknown, expected, said = '', remedy } = flaw
  if (unknown !== undefined) return unknownKey(path, unknown, root)
  const found = writtenAt(root, path)
  if (!found) return missing(path, root)
  const where = spoken(path) || 'The check file'
  if (expected) {
    const message = `${where}: expected ${listed(expected)}, found ${kindOf(found)}.`
    const hint = hintFor(flaw, found) ?? `Write ${listed(expected)} there.`
    return { code: 'IMG7102', at: found.at, message, hint }
  }
  if (remedy !== undefined)
    return { code: 'IMG7102', at: offsetOf(root, path), message: `${where}: ${said}.`, hint: remedy }
  const shown = found.kind === 'scalar' ? shortened(found.source) : kindOf(found)
  const hint = `${said.replace(/^w/, 'W')}.`
  return { code: 'IMG7102', at: found.at, message: `${where} is "${shown}".`, hint }
}

function unknownKey(path: Path, key: string, root: Written): Fault {
  const known = keysAt(path)
  const message = `${[...path.map((part) => spoken([part])), ''].join(' › ')}"${key}" is not a known key.`
  const hint = hintForKey(key, known, path)
  return { code: 'IMG7101', at: offsetOf(root, [...path, key]), message, hint }
}

function hintForKey(key: string, known: readonly string[], path: Path): string {
  const homes = closest(key, known, ELSEWHERE) === undefined ? homesOf(key) : []
  const others = homes.filter((home) => home !== path[0])
  if (others.length === 0) return suggestion(key, known, 'keys', ELSEWHERE)
  return others[0] === '' ? 'It stands at the top level.' : `It stands under ${others.join(', ')}.`
}

function missing(path: Path, root: Written): Fault {
  const parent = path.slice(0, -1)
  const key = String(path.at(-1))
  const message = `${parent.length === 0 ? '' : `${spoken(parent)}: `}the key "${key}" is missing.`
  const hint =
    key === 'version' ? 'Begin the file with "version: 1".' : 'Add it, or leave the whole entry out.'
  return { code: 'IMG7101', at: offsetOf(root, parent), message: message.replace(/^t/, 'T'), hint }
}

function hintFor({ expected = [], choices, path }: Flaw, found: Written): string | undefined {
  if (found.kind !== 'scalar') return undefined
  const { value } = found
  if (choices?.length && typeof value === 'string') return didYouMean(value, choices, ELSEWHERE)
  if (value === null)
    return EMPTY_WILL_DO.includes(String(path.at(-1)))
      ? 'Write {} to take it with all its defaults.'
      : undefined
  if (
    typeof value === 'string' &&
    expected.some((kind) => /number|^\d/.test(kind)) &&
    Number.isFinite(Number(value || 'none'))
  )
    return 'Write the number without quotes.'
  if (expected.includes('true') && /^(yes|no|on|off)$/i.test(String(value)))
    return `Write ${/^(yes|on)$/i.test(String(value))}.`
  return expected.join() === 'a list' ? listOf(found, path) : undefined
}

const EMPTY_WILL_DO = ['run', 'hardening', 'secrets', 'stop']
const COMMANDS = ['cmd', 'entrypoint', 'exec']

/** A command is written as text by everybody, the first time. */
function listOf({ value, source: text }: WrittenScalar, path: Path): string {
  if (!COMMANDS.includes(String(path.at(-1))))
    return `Write a list: [${typeof value === 'string' ? JSON.stringify(shortened(text)) : shortened(text)}].`
  const words = /[;&|<>$`"'\\*]/.test(text) ? ['sh', '-c', text] : text.trim().split(/\s+/)
  return `Write it word by word: [${words.map((word) => JSON.stringify(shortened(word))).join(', ')}].`
}
