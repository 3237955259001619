import { parse } from 'yaml'
import { Problems, UserError } from '../base/errors.ts'
import { type InputReader, readBoolean, readChoice, readLines, readPairs } from '../base/inputs.ts'
import { formatRepository, parseRepository } from '../base/reference.ts'
import { looksSecret, readBuildArgs } from '../plan/build-args.ts'

/** What the caller may say about a build beyond the plan. */
export interface BuildOptions {
  format: 'docker' | 'oci'
  compression: 'gzip' | 'zstd'
  cache: 'registry' | 'store' | 'none'
  cacheRepository: string
  noCache: boolean
  pull: string
  reproducible: boolean
  buildArgs: Record<string, string>
  buildContexts: string[]
  ssh: string[]
  target: string | undefined
  extraArgs: string[]
  archive: string
}

/** Options whose values are ours to set, or that leave no image: they print something, or put it elsewhere. */
const RESERVED =
  /^(-[tfoqh]|(--tag|--iidfile|--authfile|--creds|--manifest|--output|--file|--format|--platform|--arch|--os|--variant|--all-platforms|--quiet|--help|--)(=|$))/

export function readBuildOptions(reader: InputReader): BuildOptions {
  const problems = new Problems()
  const options = {
    format: problems.try(() => readChoice(reader, 'format', ['docker', 'oci'])) ?? 'docker',
    compression: problems.try(() => readChoice(reader, 'compression', ['gzip', 'zstd'])) ?? 'gzip',
    cache: problems.try(() => readChoice(reader, 'cache', ['registry', 'store', 'none'])) ?? 'registry',
    cacheRepository: problems.try(() => readCacheRepository(reader)) ?? '',
    noCache: problems.try(() => readBoolean(reader, 'no-cache')) ?? false,
    pull:
      problems.try(() => readChoice(reader, 'pull', ['always', 'missing', 'newer', 'never'])) ?? 'missing',
    reproducible: problems.try(() => readBoolean(reader, 'reproducible')) ?? false,
    buildArgs: problems.try(() => readBuildArgs(readLines(reader, 'build-args'))) ?? {},
    buildContexts:
      problems.try(() => readPairs(reader, 'build-contexts').map(([name, value]) => `${name}=${value}`)) ??
      [],
    ssh: readLines(reader, 'ssh'),
    target: reader.text('target').trim() || undefined,
    extraArgs: problems.try(() => readExtraArgs(reader)) ?? [],
    archive: reader.text('archive').trim(),
  }
  if (options.compression === 'zstd' && options.format === 'docker') {
    problems.add(
      'IMG2201',
      'zstd layers need OCI manifests, and "format" is docker.',
      'Set format: oci (which drops HEALTHCHECK), or compression: gzip.',
    )
  }
  problems.throwIfAny()
  return options
}

function readCacheRepository(reader: InputReader): string {
  const text = reader.text('cache-repository').trim()
  return text === '' ? '' : formatRepository(parseRepository(text))
}

/** One YAML list item, one argument: nothing is split, so a space in a value stays where it is. */
function readExtraArgs(reader: InputReader): string[] {
  const hint = 'Write a YAML list, one argument an item: ["--cap-add=SYS_PTRACE"].'
  const given = reader.text('extra-args').trim()
  // The default, for which no parser need be loaded.
  const value = given === '[]' ? [] : parseYaml(given, hint)
  if (!Array.isArray(value)) throw new UserError('IMG2202', 'Input "extra-args" is not a list.', { hint })
  return value.map((item) => {
    const text = String(item)
    if (RESERVED.test(text))
      throw new UserError('IMG2203', `"extra-args" may not hold ${text}.`, {
        hint: 'An input of this action sets it, or it would leave no image to push.',
      })
    return text
  })
}

function parseYaml(text: string, hint: string): unknown {
  try {
    return parse(text) ?? []
  } catch (cause) {
    throw new UserError('IMG2202', 'Input "extra-args" is not valid YAML.', { hint, cause })
  }
}

/** Names of build arguments whose values everybody could read in the image's history. */
export function secretLikeArguments(buildArgs: Record<string, string>): string[] {
  return Object.keys(buildArgs).filter((name) => buildArgs[name] !== '' && looksSecret(name))
}
