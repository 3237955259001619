import type { BuildRequest } from '../../engine/build.ts'

/** Each takes a value, and gives what is built to somebody: a tag in the storage, a cache in a registry. */
const GIVING = new Set(['-t', '--tag', '--manifest', '--cache-to', '--iidfile', '-o', '--output'])

/** The same build as a person would start again after a change: from the local cache, and for nobody to keep. */
export function againRequest(build: BuildRequest): BuildRequest {
  return {
    ...build,
    pull: 'missing',
    noCache: false,
    cacheFrom: undefined,
    // Fixed dates go without a cache, where podman is older.
    epoch: undefined,
    // Of stages that are built at the same time nobody could tell which came from the cache.
    extraArgs: [...withoutGiving(build.extraArgs), '--jobs=1'],
  }
}

function withoutGiving(args: readonly string[]): string[] {
  return args.filter((arg, index) => {
    const [option = ''] = arg.split('=')
    const isValue = GIVING.has(args[index - 1] ?? '')
    return !GIVING.has(option) && !/^-t./.test(arg) && !isValue
  })
}
