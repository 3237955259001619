import { digestOf } from '../../../actions/base/digest.ts'
import { makePlan } from '../../../actions/plan/make.ts'
import { planArtifact, planDigest, serialisePlan } from '../../../actions/plan/plan.ts'
import { parseReceipt } from '../../../actions/plan/receipt.ts'
import { checkOwnReceipt, readReceipt, resolveReceipt } from '../../../actions/plan/receipt-source.ts'
import { parseRecord } from '../../../actions/plan/record.ts'
import { resolvePlan } from '../../../actions/plan/source.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { finishedRun } from '../report/run.ts'
import { plan, RUNS, request, run, tagged } from './runs.ts'

type Inputs = Record<string, string>

const planned =
  (inputs: Inputs, event = run()) =>
  () =>
    plan(inputs, event)
const tags = (rules: string, event = tagged('v1.2.3')) => planned({ tags: rules }, event)
/** Of a checkout in which these paths lie. */
const checkedOut =
  (inputs: Inputs, ...paths: string[]) =>
  () =>
    plan(inputs, run(), { exists: async (path) => paths.includes(path) })
const withCredentials = (inputs: Inputs, credentials: string[]) => () =>
  makePlan(
    { ...request(inputs), credentials },
    { event: run(), now: new Date(0), planId: () => '0'.repeat(12), readFile: never, warn: () => {} },
  )
const never = () => Promise.reject(new Error('no such file'))
const manyImages = JSON.stringify(Array.from({ length: 129 }, (_, index) => ({ image: `app-${index}` })))

reproduce([
  ['IMG1002', 'a label without a value', planned({ labels: 'no equals sign' })],
  ['IMG1002', 'an annotation without a name', planned({ annotations: '=x' })],
  ['IMG1101', 'one image and a list', planned({ image: 'app', images: '- image: app' })],
  ['IMG1102', 'a name twice', planned({ images: '- image: app\n- image: app' })],
  ['IMG1103', 'no name', planned({ registries: 'ghcr.io/octo' }, run({ repository: '' }))],
  ['IMG1104', 'a name with its registry', planned({ image: 'quay.io/octo/app' })],
  ['IMG1105', 'a list that is not there', planned({ images: 'images.yml' })],
  ['IMG1106', 'a list that is no YAML', planned({ images: '- image: [' })],
  ['IMG1106', 'a list with an unknown key', planned({ images: '- image: app\n  contxt: api' })],
  ['IMG1107', 'a build argument without a value', planned({ 'build-args': 'VERSION' })],
  ['IMG1108', 'a context outside', planned({ context: '../other' })],
  ['IMG1109', 'a file that is an option', planned({ file: '--help' })],
  ['IMG1110', 'a context that is not there', checkedOut({ context: 'api' }, '.')],
  ['IMG1111', 'a context without a Containerfile', checkedOut({}, '.')],
  ['IMG1112', 'a file that is not there', checkedOut({ file: 'docker/x' }, '.')],
  ['IMG1112', 'a file named from its context', checkedOut({ context: 'api', file: 'x' }, 'api', 'api/x')],
  [
    'IMG1113',
    'a check file that is not there',
    checkedOut({ images: '- image: app\n  verify: checks.yml' }, '.', 'Containerfile'),
  ],
  ['IMG1114', 'more builds than a matrix holds', planned({ images: manyImages })],
  ['IMG1115', 'a runner without a platform', planned({ runners: 'big' })],
  ['IMG1201', 'no registry', planned({ image: 'app' }, run({ repository: '' }))],
  ['IMG1202', 'a namespace without its host', planned({ registries: 'octo' })],
  ['IMG1203', 'a host without a namespace', planned({ registries: 'docker.io' })],
  ['IMG1204', 'too many parts for Docker Hub', planned({ registries: 'docker.io/octo/team' })],
  ['IMG1205', 'no login for Docker Hub', withCredentials({ registries: 'docker.io/octo' }, [])],
  ['IMG1206', 'no login for GHCR', withCredentials({}, ['docker.io'])],
  ['IMG1301', 'a git tag that is no release', planned({}, tagged('v1.0'))],
  ['IMG1301', 'nor a prerelease', planned({ 'strict-semver': 'false' }, tagged('nightly'))],
  [
    'IMG1302',
    'a run by hand on another branch',
    planned({}, { ...RUNS.dispatch!, ref: 'refs/heads/feature' }),
  ],
  ['IMG1303', 'a name that is no tag', planned({ 'tag-name': '-x' })],
  ['IMG1304', 'a tag that is too long', planned({ tags: 'type=ref,event=branch,prefix=p-' }, longBranch())],
  ['IMG1305', 'a tag of which nothing is left', tags('---')],
  ['IMG1306', 'an unknown type', tags('type=semvar')],
  ['IMG1306', 'an unknown attribute', tags('type=raw,value=x,colour=red')],
  ['IMG1306', 'a choice that is none', tags('type=ref,event=fork')],
  ['IMG1306', 'a pattern that is missing', tags('type=semver')],
  ['IMG1306', 'an expression that is none', tags('type=match,pattern=v(')],
  ['IMG1306', 'a priority in words', tags('type=sha,priority=high')],
  ['IMG1306', 'neither on nor off', tags('type=sha,enable=maybe')],
  ['IMG1307', 'a quote that is never closed', tags('"type=raw,value=x')],
  ['IMG1308', 'an unknown flavor', planned({ flavor: 'latest=maybe' })],
  ['IMG1309', 'an unknown expression', tags('type=raw,value={{branhc}}')],
  ['IMG1310', 'a date without its format', tags('type=raw,value={{date}}')],
  ['IMG1311', 'a time zone that is nowhere', tags(`type=raw,value={{date 'YYYY' tz='Mars/Base'}}`)],
])

function longBranch() {
  return run({ ref: `refs/heads/${'x'.repeat(130)}` })
}

const made = await plan({})
const stranger = serialisePlan({ ...made, id: 'f'.repeat(12) })
const { receipt } = finishedRun()
const sources = (content?: string) => ({ artifact: async () => content, readFile: never })
const reference = `${planArtifact(made.id)}@${planDigest(made)}`
const handedOver =
  (input: string, content?: string): Reproduction[2] =>
  () =>
    resolvePlan(input, sources(content))

reproduce([
  ['IMG1401', 'an input that is no plan', handedOver('plan-1@sha256:abc')],
  ['IMG1401', 'a path to nothing', handedOver('nowhere.json')],
  ['IMG1401', 'a receipt that is none', () => resolveReceipt('--yes', sources())],
  ['IMG1402', 'a plan too long for an input', handedOver(`{"a":"${'x'.repeat(48 * 1024)}"}`)],
  ['IMG1403', 'an artifact that is not there', handedOver(reference)],
  ['IMG1404', 'an artifact that is another one', handedOver(reference, stranger)],
  [
    'IMG1405',
    'an artifact with the plan of another run',
    handedOver(`${planArtifact(made.id)}@${digestOf(stranger)}`, stranger),
  ],
  [
    'IMG1405',
    'an artifact with the receipt of another attempt',
    () => readReceipt('receipt-0123456789ab-7', JSON.stringify(receipt)),
  ],
  ['IMG1406', "another repository's receipt", () => checkOwnReceipt({ repository: 'a/b' }, 'octo/app')],
  ['IMG1407', 'half a plan', handedOver('{"schema":1')],
  ['IMG1407', 'the plan of another version', handedOver('{"schema":2}')],
  ['IMG1407', 'a receipt of another version', () => parseReceipt('{"schema":2}')],
  ['IMG1407', 'a record of another version', () => parseRecord('{"schema":2}', 'x')],
])
