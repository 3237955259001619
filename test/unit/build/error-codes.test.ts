import type { RunProcess } from '../../../actions/base/process.ts'
import { parseInputs } from '../../../actions/build/inputs.ts'
import { chooseLeg } from '../../../actions/build/leg.ts'
import { StoreCache } from '../../../actions/build/store-cache.ts'
import { openEngine } from '../../../actions/engine/engine.ts'
import { reproduce } from '../../error-codes.ts'
import { plan } from '../plan/runs.ts'

const DEFAULTS = { format: 'docker', compression: 'gzip', cache: 'registry', pull: 'missing' }
const given = (inputs: Record<string, string>) => () => {
  const all: Record<string, string> = {
    ...DEFAULTS,
    'extra-args': '[]',
    retries: '3',
    timeout: '60',
    ...inputs,
  }
  parseInputs({ text: (name) => all[name] ?? '' }, {
    workspace: '/checkout',
    actor: 'octo',
    environment: {},
  } as unknown as Parameters<typeof parseInputs>[1])
}

const one = await plan({})
const several = await plan({ images: '- image: api\n- image: web' })

/** A podman that ends well, and prints nothing. */
const silent: RunProcess = async () => ({ exitCode: 0, stdout: '', stderr: '' })
function keepStorage() {
  const service = { restore: async () => undefined, save: async () => {} }
  const engine = openEngine(silent, {}, {}, '/auth.json')
  return new StoreCache(engine, service, { temp: '/tmp', environment: {} }).save('key')
}

reproduce([
  ['IMG1001', 'a format that is none', given({ format: 'v2s1' })],
  [
    'IMG1005',
    'a tag in the repository of the cache',
    given({ 'cache-repository': 'ghcr.io/o/cache:latest' }),
  ],
  ['IMG1107', 'a build argument without a value', given({ 'build-args': 'VERSION' })],
  ['IMG2201', 'zstd in the format of Docker', given({ compression: 'zstd' })],
  ['IMG2202', 'arguments that are no list', given({ 'extra-args': '--cap-add=X' })],
  ['IMG2202', 'arguments that are no YAML', given({ 'extra-args': '[' })],
  ['IMG2203', 'an argument that an input sets', given({ 'extra-args': '["--tag=x"]' })],
  ['IMG2204', 'a line that is no secret', given({ secrets: 'just a value' })],
  ['IMG2204', 'half an object of secrets', given({ secrets: '{"npmrc": ' })],
  ['IMG2204', 'a secret that is no text', given({ secrets: '{"npmrc": 7}' })],
  ['IMG2205', 'a secret with a blank in its id', given({ secrets: '{"npm rc": "x"}' })],
  ['IMG2206', 'a path with a comma', given({ 'secret-files': 'npmrc=a,b' })],
  ['IMG2211', 'a file of a secret that is not there', given({ 'secret-files': 'npmrc=absent' })],
  ['IMG2207', 'a leg that the plan does not have', () => chooseLeg(one, 'f'.repeat(12), 'x64')],
  ['IMG2208', 'several images, and no leg', () => chooseLeg(several, '', 'x64')],
  ['IMG2209', 'a runner of another platform', () => chooseLeg(one, '', 's390x')],
  ['IMG2210', 'a podman that names no storage', keepStorage],
])
