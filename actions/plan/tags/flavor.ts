import { UserError } from '../../base/errors.ts'
import { readAttributes, ruleLines } from './csv.ts'

/** What holds for all tags at once. */
export interface Flavor {
  latest: 'auto' | 'true' | 'false'
  prefix: string
  suffix: string
  /** Whether `latest` takes the prefix and the suffix too. */
  prefixLatest: boolean
  suffixLatest: boolean
}

export async function parseFlavor(text: string): Promise<Flavor> {
  const flavor: Flavor = { latest: 'auto', prefix: '', suffix: '', prefixLatest: false, suffixLatest: false }
  for (const line of ruleLines(text)) {
    // `onlatest` belongs to the prefix or suffix before it on the same line.
    let affix: 'prefix' | 'suffix' | undefined
    for (const { key, value } of await readAttributes(line)) {
      if (key === 'latest') flavor.latest = choose(line, value, ['auto', 'true', 'false'])
      else if (key === 'prefix' || key === 'suffix') {
        flavor[key] = value
        affix = key
      } else if (key === 'onlatest' && affix !== undefined) {
        flavor[`${affix}Latest`] = choose(line, value, ['true', 'false']) === 'true'
      } else throw wrongFlavor(line)
    }
  }
  return flavor
}

function choose<const T extends string>(line: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw wrongFlavor(line)
  return found
}

function wrongFlavor(line: string): UserError {
  return new UserError('IMG1308', `The flavor "${line}" is not valid.`, {
    hint: 'It knows latest=auto|true|false, prefix=…, suffix=…, and onlatest=true|false after a prefix or suffix on the same line.',
  })
}
