import { parseInputs } from '../../../actions/snapshot/inputs.ts'
import { snapshotInputs } from '../../../actions/snapshot/manifest.ts'
import { snapshotWords } from '../../../actions/snapshot/words.ts'
import { outputFile } from '../../../actions/snapshot/write.ts'
import { reproduce } from '../../error-codes.ts'

const DEFAULTS = Object.fromEntries(snapshotInputs().map((input) => [input.name, input.default]))
const read = (inputs: Record<string, string>) =>
  parseInputs({ text: (name) => inputs[name] ?? DEFAULTS[name] ?? '' })

reproduce([
  ['IMG8001', 'two modes', () => snapshotWords(['restore', 'verify'])],
  ['IMG8002', 'an image to restore to', () => read({ mode: 'restore', image: 'app' })],
  ['IMG8003', 'a registry by plain http', () => read({ mode: 'restore', registry: 'http://api.comfy.org' })],
  [
    'IMG8003',
    'a login in an address',
    () => read({ mode: 'restore', registry: 'https://me:x@api.comfy.org' }),
  ],
  [
    'IMG8105',
    'a snapshot to write that is YAML',
    () => outputFile({ inputs: read({ mode: 'save', output: 'snapshot.yaml' }) }),
  ],
])
