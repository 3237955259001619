import picomatch from 'picomatch'
import type { Finding } from '../check.ts'
import type { Contents } from '../contents/contents.ts'
import type { SecretChecks } from '../file/image.ts'
import type { ImageConfig } from '../image/config.ts'
import type { Results } from '../results.ts'
import { type ConfigSecret, scanConfig } from './config-scan.ts'
import type { FileSecret } from './file-scan.ts'
import type { SecretPlace } from './place.ts'

/** So many are told; the rest is counted. */
const TOLD = 10

const ADVICE = {
  env: 'Give it when the container starts, not by ENV. Whoever has pulled the image has it, so replace it too.',
  labels: 'Take it out of LABEL, and replace it: whoever has pulled the image has it.',
  history:
    'Hand it to the build as a secret (RUN --mount=type=secret,id=…), not by ARG or in the command, and replace it: whoever has pulled the image has it.',
  layers:
    'Keep the file out of the build context (.containerignore), or mount it as a secret while it is needed; what a later step removes stays in the earlier layer. If it is no secret, name its path in secrets › allow.',
}

/** What allow lists take out: all that an entry says must hold. */
export function allowed(checks: SecretChecks): (place: SecretPlace) => boolean {
  const entries = checks.allow.map(({ rule, path, name }) => {
    const matches = path === undefined ? undefined : picomatch(path, { dot: true })
    return (place: SecretPlace) =>
      (rule === undefined || rule === place.rule) &&
      (name === undefined || name === place.name) &&
      (matches === undefined || (place.path !== undefined && matches(place.path)))
  })
  return (place) => entries.some((entry) => entry(place))
}

export async function checkSecrets(
  checks: SecretChecks,
  seen: { config: ImageConfig; contents: Contents; files: readonly FileSecret[] },
  results: Results,
): Promise<void> {
  const isAllowed = allowed(checks)
  const config = scanConfig(seen.config)
  const kept = (secrets: readonly ConfigSecret[]) => secrets.filter((secret) => !isAllowed(secret)).map(told)
  const files = seen.files
    .filter((secret) => !isAllowed(secret))
    .map((secret) => `${toldFile(secret)}${fateOf(secret, seen.contents)}`)
  const check = (name: string, found: readonly string[], hint: string) =>
    results.check(['secrets'], name, () => findingOf(found, hint))
  await check('no secret in its variables', kept(config.env), ADVICE.env)
  await check('no secret in its labels', kept(config.labels), ADVICE.labels)
  await check('no secret in its history', kept(config.history), ADVICE.history)
  await check('no secret in the files of its layers', files, ADVICE.layers)
}

function findingOf(found: readonly string[], hint: string): Finding | undefined {
  if (found.length === 0) return undefined
  const more = found.length > TOLD ? [`and ${found.length - TOLD} more`] : []
  return { expected: 'none', actual: [...found.slice(0, TOLD), ...more].join('; '), hint }
}

function told({ rule, where, shown }: ConfigSecret): string {
  return `${where}: ${rule}, ${shown}`
}

function toldFile({ rule, path, line, shown, name }: FileSecret): string {
  return `${path}, line ${line}: ${[rule, name, shown].filter(Boolean).join(', ')}`
}

/** The image without the file still holds the layer with it. */
function fateOf({ path, layer }: FileSecret, { tree }: Contents): string {
  return tree.at(path)?.layer === layer ? '' : ' (in a lower layer; gone from the image as it starts)'
}
