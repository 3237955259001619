import { CancelledError, UserError, type UserErrors } from '../../../actions/base/errors.ts'
import { fullDisk } from '../../../actions/base/full-disk.ts'
import { readBoolean, readChoice, readInteger, readPairs } from '../../../actions/base/inputs.ts'
import { joined } from '../../../actions/base/joined.ts'
import { parsePlatform } from '../../../actions/base/platform.ts'
import { parseReference, parseRepository } from '../../../actions/base/reference.ts'
import { readJson } from '../../../actions/base/written/json.ts'
import { placesIn, refused } from '../../../actions/base/written/places.ts'
import { readYaml } from '../../../actions/base/written/yaml.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'

const given = (text: string) => ({ text: () => text })
const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
/** As several jobs at once end, where one fails and the others are stopped. */
const cancelledBeside = () => {
  const failure = new UserError('IMG1004', 'Something failed.', { hint: 'Mend it.' })
  throw (joined([failure, new CancelledError()]) as UserErrors).errors.at(-1)
}

const KIND = { name: 'list', empty: 'Begin with [].' }
const written = (read: typeof readYaml) => (text: string) => () => {
  const { faults } = read(text, KIND)
  if (faults.length > 0) throw refused(faults, placesIn(text, 'a-list'))
}
const [yaml, json] = [written(readYaml), written(readJson)]

const cases: Reproduction[] = [
  ['IMG1001', 'a flag that is neither true nor false', () => readBoolean(given('perhaps'), 'no-cache')],
  ['IMG1001', 'no number', () => readInteger(given('many'), 'retries', { min: 0, max: 9 })],
  ['IMG1001', 'a number out of range', () => readInteger(given('10'), 'retries', { min: 0, max: 9 })],
  ['IMG1001', 'none of the choices', () => readChoice(given('v2s1'), 'format', ['docker', 'oci'])],
  ['IMG1002', 'a line without =', () => readPairs(given('alone'), 'build-contexts')],
  ['IMG1003', 'another system', () => parsePlatform('windows/amd64')],
  ['IMG1003', 'an unknown architecture', () => parsePlatform('linux/z80')],
  ['IMG1004', 'a name in upper case', () => parseReference('ghcr.io/Octo/app')],
  ['IMG1004', 'an option for a name', () => parseReference('--help')],
  ['IMG1004', 'a tag that is too long', () => parseReference(`app:${'x'.repeat(129)}`)],
  ['IMG1005', 'a tag where none belongs', () => parseRepository('ghcr.io/octo/app:1')],
  ['IMG1006', 'a full disk', () => Promise.reject(fullDisk(full, { path: '/temp', variable: 'TMPDIR' }))],
  ['IMG1007', 'a cancelled run in which something failed', cancelledBeside],
  ['IMG1010', 'broken YAML', yaml('a: [1')],
  ['IMG1010', 'an alias without its anchor', yaml('a: *b')],
  ['IMG1010', 'a merge of what is no mapping', yaml('a: { <<: [b] }')],
  ['IMG1010', 'broken JSON', json('{"a": 1,}')],
  ['IMG1011', 'an empty YAML file', yaml('')],
  ['IMG1011', 'an empty JSON file', json(' \n')],
  ['IMG1012', 'a file of more than 1 MB', yaml(' '.repeat(1_000_001))],
  ['IMG1012', 'one that is nested too deeply', yaml(`${'['.repeat(70)}${']'.repeat(70)}`)],
  ['IMG1010', 'JSON that is nested too deeply', json(`${'['.repeat(70)}${']'.repeat(70)}`)],
  ['IMG1012', 'aliases of aliases', yaml(bomb())],
  ['IMG1013', 'a key twice', yaml('a: 1\na: 2')],
  ['IMG1013', 'the same in JSON', json('{"a": 1, "a": 2}')],
  ['IMG1013', 'a key that objects lose', json('{"__proto__": 1}')],
]

reproduce(cases)

/** Ten of ten of ten …: a few lines that hold more than a million values. */
function bomb(): string {
  const lines = Array.from({ length: 6 }, (_, level) => {
    const entry = level === 0 ? 'x' : `*level${level - 1}`
    return `level${level}: &level${level} [${Array(10).fill(entry).join(', ')}]`
  })
  return lines.join('\n')
}
