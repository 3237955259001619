import { Problems } from '../base/errors.ts'

type Scalar = string | number | boolean | null

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
const SECRET_WORD =
  /(?:^|_)(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRETS|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:_|$)/i
/** As in PGPASSWORD; and words that tell of something else where more follows, as in AUTH_URL. */
const SECRET_END = /(?:PASSWORD|PASSPHRASE|(?:^|_)(?:PASS|AUTH))$/i

/** Lines `NAME=value`, or a mapping from YAML. */
export function readBuildArgs(
  source: string | readonly string[] | Readonly<Record<string, Scalar>>,
): Record<string, string> {
  const problems = new Problems()
  const args: Record<string, string> = {}
  for (const [name, value] of toPairs(source)) {
    if (NAME.test(name) && value !== undefined) args[name] = value
    else
      problems.add('IMG1107', `The build argument "${name}" is not valid.`, 'Write NAME=value, one a line.')
  }
  problems.throwIfAny()
  return args
}

function toPairs(source: Parameters<typeof readBuildArgs>[0]): [string, string | undefined][] {
  if (typeof source === 'object' && !Array.isArray(source))
    return Object.entries(source).map(([name, value]) => [name, String(value ?? '')])
  const lines = typeof source === 'string' ? source.split('\n') : (source as readonly string[])
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const equals = line.indexOf('=')
      return equals < 0 ? [line, undefined] : [line.slice(0, equals).trim(), line.slice(equals + 1)]
    })
}

/** Build arguments end up in the image's history, for everybody to read. */
export function looksSecret(name: string): boolean {
  return SECRET_WORD.test(name) || SECRET_END.test(name)
}
