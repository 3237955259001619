import { InputProblems, Problems, UserError } from '../base/errors.ts'
import { type InputReader, readBoolean, readChoice, readInteger, readLines } from '../base/inputs.ts'
import { formatRepository, namesRegistry, parseRepository } from '../base/reference.ts'
import { checkReceiptInput } from '../plan/receipt-source.ts'
import { type AccessContext, type RegistryAccess, readRegistryAccess } from '../registry/access.ts'
import { compilePatterns } from './choice/patterns.ts'
import type { RetentionRules } from './choice/retention.ts'

export interface CleanupInputs {
  /** A reference or a path; empty: none. */
  receipt: string
  anyBranch: boolean
  /** For retention, as `host/path`. */
  images: string[]
  rules: RetentionRules
  dryRun: boolean
  maxDeletes: number
  maxRequests: number
  onFailure: 'fail' | 'warn'
  access: RegistryAccess
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY }
const MANY = 100_000
/** What says that something shall go. */
const RULES = ['tags', 'keep-n-tagged', 'older-than', 'untagged'] as const

export async function parseInputs(reader: InputReader, context: AccessContext): Promise<CleanupInputs> {
  const problems = new InputProblems()
  const inputs = problems.try(() => parsePlain(reader, context))
  const compile = (name: string, lines: readonly string[]) =>
    problems.tryAsync(() => compilePatterns(lines, name))
  const patterns = await compile('tags', readLines(reader, 'tags'))
  // Excluding has a default, whose engine need not be loaded where a receipt says what goes.
  const exclusions = readLines(reader, 'exclude-tags')
  const excluded = await compile('exclude-tags', readLines(reader, 'images').length === 0 ? [] : exclusions)
  problems.throwIfAny()
  const named = readLines(reader, 'tags').length === 0 ? () => true : patterns!
  return { ...inputs!, rules: { ...inputs!.rules, named, excluded: excluded! } }
}

/** Everything but the patterns, whose engine is loaded only where there are any. */
function parsePlain(reader: InputReader, context: AccessContext) {
  const problems = new Problems()
  const images = readLines(reader, 'images')
  const tags = readLines(reader, 'tags')
  const keepNTagged = problems.try(() => readOptional(reader, 'keep-n-tagged', { min: 1, max: MANY }))
  const olderThan = problems.try(() => readDuration(reader, 'older-than', HOUR))
  const untagged = problems.try(() => readDuration(reader, 'untagged', DAY))
  const keepAtLeast = problems.try(() => readOptional(reader, 'keep-at-least', { min: 0, max: MANY })) ?? 1
  const tagged = tags.length > 0 || keepNTagged !== undefined || olderThan !== undefined
  const most = { min: 1, max: MANY }
  const inputs = {
    receipt: reader.text('receipt').trim(),
    anyBranch: problems.try(() => readBoolean(reader, 'any-branch')) ?? false,
    images: problems.try(() => readImages(images)) ?? [],
    rules: {
      tagged,
      keepAtLeast,
      ...(keepNTagged === undefined ? {} : { keepNTagged }),
      ...(olderThan === undefined ? {} : { olderThan }),
      ...(untagged === undefined ? {} : { untagged }),
    },
    dryRun: problems.try(() => readBoolean(reader, 'dry-run')) ?? false,
    maxDeletes: problems.try(() => readOptional(reader, 'max-deletes', most)) ?? 100,
    maxRequests: problems.try(() => readOptional(reader, 'max-requests', most)) ?? 800,
    onFailure: problems.try(() => readOnFailure(reader)) ?? 'fail',
  }
  problems.try(() => checkReceiptInput(inputs.receipt))
  problems.try(() => checkTogether(reader, inputs.receipt, images.length > 0))
  const access = problems.try(() => readRegistryAccess(reader, context))
  problems.throwIfAny()
  return { ...inputs, access: access! }
}

function readImages(lines: readonly string[]): string[] {
  const problems = new Problems()
  const names = lines.flatMap((line) => problems.try(() => [readImage(line)]) ?? [])
  problems.throwIfAny()
  return [...new Set(names)]
}

/** What is deleted is named in full: a name alone would be somebody's on Docker Hub. */
function readImage(line: string): string {
  if (namesRegistry(line)) return formatRepository(parseRepository(line))
  throw new UserError('IMG5001', `Input "images" has "${line}", which names no registry.`, {
    hint: 'Write ghcr.io/owner/app or docker.io/user/app.',
  })
}

/** A receipt says what goes; rules say it for images. Both at once would leave open which of them counts. */
function checkTogether(reader: InputReader, receipt: string, images: boolean): void {
  const problems = new Problems()
  if (receipt !== '' && images) {
    problems.add(
      'IMG5002',
      'Inputs "receipt" and "images" are both given.',
      'Give a receipt to remove what it left behind, or images for retention; for both, use two steps.',
    )
  }
  const given = images ? [] : RULES.filter((name) => reader.text(name).trim() !== '')
  for (const name of given) {
    problems.add(
      'IMG5003',
      `Input "${name}" is a rule of retention, but "images" names no repository.`,
      'Set "images", as in ghcr.io/owner/app, or leave the rule out.',
    )
  }
  problems.throwIfAny()
}

function readOptional(
  reader: InputReader,
  name: string,
  range: { min: number; max: number },
): number | undefined {
  return reader.text(name).trim() === '' ? undefined : readInteger(reader, name, range)
}

function readOnFailure(reader: InputReader): 'fail' | 'warn' {
  return reader.text('on-failure').trim() === '' ? 'fail' : readChoice(reader, 'on-failure', ['fail', 'warn'])
}

/** In milliseconds. */
function readDuration(reader: InputReader, name: string, least: number): number | undefined {
  const text = reader.text(name).trim()
  if (text === '') return undefined
  const [, count = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? []
  const duration = Number(count) * (UNITS[unit] ?? 0)
  if (duration >= least) return duration
  const atLeast = least === DAY ? 'at least 1d, as a build’s images have no tag until they are merged' : ''
  throw new UserError('IMG5004', `Input "${name}" is "${text}".`, {
    hint: `Write hours, days or weeks, as in 12h, 30d or 8w${atLeast && `; ${atLeast}`}.`,
  })
}
