import type { HistoryStep, ImageConfig } from '../image/config.ts'
import { Matcher } from './matcher.ts'
import type { SecretPlace } from './place.ts'
import { redacted } from './redacted.ts'
import { assignmentsIn, isSecretName, loginsIn, saysSecret } from './variables.ts'

/** A secret in the config. */
export interface ConfigSecret extends SecretPlace {
  /** As a person finds it: `variable API_TOKEN`. */
  where: string
  shown: string
}

export interface ConfigSecrets {
  env: ConfigSecret[]
  labels: ConfigSecret[]
  history: ConfigSecret[]
}

interface Found {
  rule: string
  value: string
  name?: string
}

/** A secret name with a value that is no placeholder. */
const VARIABLE = 'secret-variable'

export function scanConfig(config: ImageConfig): ConfigSecrets {
  const matcher = new Matcher()
  const env = namedSecrets(matcher, config.env, 'variable')
  const labels = namedSecrets(matcher, config.labels, 'label')
  // What ENV and LABEL say stands in the history too.
  const told = new Set([...env, ...labels].map(({ value }) => value))
  const history = config.history.flatMap((step, index) =>
    secretsIn(matcher, step.createdBy).flatMap(({ value, ...found }) => {
      if (told.has(value)) return []
      told.add(value)
      const named = found.name === undefined ? '' : `${found.name} in `
      return [
        { ...found, where: `${named}step ${index + 1} (${instructionOf(step)})`, shown: redacted(value) },
      ]
    }),
  )
  return { env: env.map(withoutValue), labels: labels.map(withoutValue), history }
}

/** Every secret of the config as it is: to be hidden elsewhere. */
export function secretValues({ env, labels, history }: ImageConfig): string[] {
  const matcher = new Matcher()
  const named = [...namedSecrets(matcher, env, 'variable'), ...namedSecrets(matcher, labels, 'label')]
  return [...named, ...history.flatMap(({ createdBy }) => secretsIn(matcher, createdBy))].map(
    ({ value }) => value,
  )
}

/** What a result says of a variable or a label. Whatever a secret's name has is hidden, be it a placeholder or not. */
export function shownValue(name: string, value: string): string {
  const isSecret = isSecretName(name) || secretsIn(new Matcher(), value).length > 0
  return isSecret ? redacted(value) : `"${value}"`
}

function namedSecrets(
  matcher: Matcher,
  named: ReadonlyMap<string, string>,
  kind: string,
): (ConfigSecret & { value: string })[] {
  return [...named].flatMap(([name, text]) => {
    const found = saysSecret({ name, value: text })
      ? { rule: VARIABLE, value: text }
      : secretsIn(matcher, text)[0]
    if (!found) return []
    return [
      { rule: found.rule, value: found.value, name, where: `${kind} ${name}`, shown: redacted(found.value) },
    ]
  })
}

/** All that a text says, by the looks of a value or by its name. */
export function secretsIn(matcher: Matcher, text: string): Found[] {
  const assigned = assignmentsIn(text)
    .filter(saysSecret)
    .map(({ name, value }) => ({ rule: VARIABLE, value, name }))
  const known = [...matcher.matches(text), ...loginsIn(text)]
    .filter(({ value }) => !assigned.some((each) => each.value.includes(value)))
    .map(({ rule, value }) => ({ rule, value }))
  return [...assigned, ...known]
}

function withoutValue({ value: _value, ...secret }: ConfigSecret & { value: string }): ConfigSecret {
  return secret
}

/** Its first word alone: the rest of the line is where the secret stands. */
function instructionOf({ createdBy }: HistoryStep): string {
  return /#\(nop\)\s+([A-Z]+)/.exec(createdBy)?.[1] ?? /^([A-Z]+) /.exec(createdBy)?.[1] ?? 'RUN'
}
