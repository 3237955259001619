import { type Problems, UserError } from '../../base/errors.ts'
import { readAttributes, ruleLines } from './csv.ts'

export type TagType = 'schedule' | 'semver' | 'pep440' | 'match' | 'edge' | 'ref' | 'raw' | 'sha'

/** One line of the input `tags`, with every default filled in. */
export interface TagRule {
  type: TagType
  /** As written, for messages. */
  line: string
  priority: number
  enable: string
  /** Absent: the flavor's. */
  prefix?: string
  suffix?: string
  /** What is left, by type: value, pattern, match, group, branch, event, format. */
  attributes: Readonly<Record<string, string>>
}

interface TypeRule {
  priority: number
  /** Attributes with their defaults; undefined: must be written. */
  attributes: Record<string, string | undefined>
  choices?: Record<string, readonly string[]>
}

const TYPES: Record<TagType, TypeRule> = {
  schedule: { priority: 1000, attributes: { pattern: 'nightly' } },
  semver: { priority: 900, attributes: { pattern: undefined, value: '', match: '' } },
  pep440: { priority: 900, attributes: { pattern: undefined, value: '', match: '' } },
  match: { priority: 800, attributes: { pattern: undefined, group: '0', value: '' } },
  edge: { priority: 700, attributes: { branch: '' } },
  ref: { priority: 600, attributes: { event: undefined }, choices: { event: ['branch', 'tag', 'pr'] } },
  raw: { priority: 200, attributes: { value: undefined } },
  sha: { priority: 100, attributes: { format: 'short' }, choices: { format: ['short', 'long'] } },
}

/** The rules by falling priority; among equals the order of writing stays. */
export async function parseTagRules(text: string, problems: Problems): Promise<TagRule[]> {
  const rules: TagRule[] = []
  for (const line of ruleLines(text)) {
    const rule = await problems.tryAsync(() => parseTagRule(line))
    if (rule) rules.push(rule)
  }
  return rules.sort((a, b) => b.priority - a.priority)
}

async function parseTagRule(line: string): Promise<TagRule> {
  const written = await readWritten(line)
  const type = readType(line, written.get('type') ?? 'raw')
  const { type: _, enable, priority, prefix, suffix, ...own } = Object.fromEntries(written)
  const rule: TagRule = {
    type,
    line,
    priority: readPriority(line, priority, TYPES[type].priority),
    enable: enable ?? 'true',
    attributes: complete(line, type, own),
  }
  const usual = type === 'sha' ? 'sha-' : own.event === 'pr' ? 'pr-' : undefined
  const before = prefix ?? usual
  if (before !== undefined) rule.prefix = before
  if (suffix !== undefined) rule.suffix = suffix
  return rule
}

async function readWritten(line: string): Promise<Map<string, string>> {
  const attributes = await readAttributes(line)
  return new Map(attributes.map(({ key, value }) => [key === '' ? 'value' : key, value]))
}

function readType(line: string, type: string): TagType {
  if (Object.hasOwn(TYPES, type)) return type as TagType
  throw wrong(line, `there is no type "${type}"`, `The types are ${Object.keys(TYPES).join(', ')}.`)
}

function readPriority(line: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (/^-?\d+$/.test(text)) return Number(text)
  throw wrong(line, `the priority "${text}" is not a whole number`, 'Write, for example, priority=900.')
}

function complete(line: string, type: TagType, own: Record<string, string>): Record<string, string> {
  const { attributes, choices = {} } = TYPES[type]
  const unknown = Object.keys(own).find((key) => !Object.hasOwn(attributes, key))
  if (unknown !== undefined) {
    const known = ['enable', 'priority', 'prefix', 'suffix', ...Object.keys(attributes)]
    throw wrong(line, `type=${type} has no attribute "${unknown}"`, `It knows ${known.join(', ')}.`)
  }
  return Object.fromEntries(
    Object.entries(attributes).map(([key, usual]) => {
      const value = own[key] ?? usual
      const choice = choices[key]
      if (value === undefined || (value === '' && usual === undefined && key !== 'value'))
        throw wrong(line, `it has no ${key}`, `Add ${key}=…${choice ? `: ${choice.join(', ')}` : ''}.`)
      if (choice && !choice.includes(value))
        throw wrong(line, `${key} is "${value}"`, `Write one of: ${choice.join(', ')}.`)
      if (key === 'group' && !/^\d+$/.test(value))
        throw wrong(line, `group is "${value}"`, 'Write the number of a group in the pattern.')
      return [key, value]
    }),
  )
}

export function wrong(line: string, fault: string, hint: string): UserError {
  return new UserError('IMG1306', `The tag rule "${line}" is not valid: ${fault}.`, { hint })
}
