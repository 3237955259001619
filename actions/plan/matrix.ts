import { Problems, UserError } from '../base/errors.ts'
import { formatPlatform, parsePlatform } from '../base/platform.ts'
import { type Leg, legId } from './plan.ts'

/** GitHub starts no more jobs for one matrix. */
const MOST_LEGS = 256
/** Native runners that every repository may use. */
const DEFAULT_RUNNERS: readonly RunnerRule[] = [
  { prefix: 'linux/amd64', labels: ['ubuntu-24.04'] },
  { prefix: 'linux/386', labels: ['ubuntu-24.04'] },
  { prefix: 'linux/arm', labels: ['ubuntu-24.04-arm'] },
]
const EMULATING = ['ubuntu-24.04']

export interface RunnerRule {
  /** Of a platform's name: `linux/arm` holds for linux/arm64 and linux/arm/v7. */
  prefix: string
  labels: string[]
}

export function planLegs(
  images: readonly { name: string; platforms: readonly string[] }[],
  rules: readonly RunnerRule[],
): Leg[] {
  const legs = images.flatMap(({ name, platforms }) =>
    platforms.map((platform) => ({
      leg: legId(name, platform),
      image: name,
      platform,
      runsOn: runnerFor(platform, rules) ?? EMULATING,
    })),
  )
  if (legs.length <= MOST_LEGS) return legs
  throw new UserError('IMG1114', `${legs.length} builds are too many: a matrix holds at most ${MOST_LEGS}.`, {
    hint: 'Split "images" over several calls, or leave platforms out.',
  })
}

/** Undefined: nobody offers a native runner, so the build would be emulated. */
export function runnerFor(platform: string, rules: readonly RunnerRule[]): string[] | undefined {
  return longest(platform, rules) ?? longest(platform, DEFAULT_RUNNERS)
}

function longest(platform: string, rules: readonly RunnerRule[]): string[] | undefined {
  return rules
    .filter(({ prefix }) => platform.startsWith(prefix))
    .reduce<RunnerRule | undefined>(
      (best, rule) => (best && best.prefix.length >= rule.prefix.length ? best : rule),
      undefined,
    )?.labels
}

/** Lines `linux/arm64=label`, with several labels separated by commas or spaces, or as a JSON list. */
export function readRunners(lines: readonly string[]): RunnerRule[] {
  const problems = new Problems()
  const rules = lines.flatMap((line) => problems.try(() => readRunner(line)) ?? [])
  problems.throwIfAny()
  return rules
}

function readRunner(line: string): RunnerRule {
  const [, platform = '', value = ''] = /^([^=]*)=(.*)$/.exec(line) ?? []
  const labels = readLabelList(value.trim())
  const prefix = canonical(platform.trim().toLowerCase())
  if (!prefix.startsWith('linux') || labels === undefined || labels.length === 0) {
    throw new UserError('IMG1115', `Input "runners" has the line "${line}".`, {
      hint: 'Each line reads platform=label, as in linux/arm64=ubuntu-24.04-arm or linux/amd64=self-hosted,big.',
    })
  }
  return { prefix, labels }
}

function readLabelList(value: string): string[] | undefined {
  if (!value.startsWith('[')) return value.split(/[\s,]+/).filter((label) => label !== '')
  try {
    const list: unknown = JSON.parse(value)
    const valid = Array.isArray(list) && list.every((label) => typeof label === 'string' && label !== '')
    return valid ? (list as string[]) : undefined
  } catch {
    return undefined
  }
}

/** `linux/aarch64` means linux/arm64 here too; a mere beginning stays as it is. */
function canonical(text: string): string {
  try {
    return formatPlatform(parsePlatform(text))
  } catch {
    return text
  }
}
