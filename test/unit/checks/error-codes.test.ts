import { requireEditable } from '../../../actions/checks/rebuild/context.ts'
import { failuresOf } from '../../../actions/checks/reports/failures.ts'
import { reproduce } from '../../error-codes.ts'
import { readText } from './file/reading.ts'
import { failed, unchecked, verification } from './reports/verification.ts'

/** Below its first line. */
const checkFile = (text: string) => () => readText(`version: 1\n${text}`)
/** Of a build context that holds this file and its neighbours. */
const edited = (edit: string) => () => requireEditable(import.meta.dirname, edit)
const failures = (result: Parameters<typeof verification>[0][number]) => () => {
  throw failuresOf(verification([result]))[0]
}

reproduce([
  ['IMG7101', 'an unknown key', checkFile('image: { helthcheck: true }')],
  ['IMG7101', 'a key that stands elsewhere', checkFile('run: { services: {} }')],
  ['IMG7101', 'no version', () => readText('image: { user: app }')],
  ['IMG7101', 'a key that is missing', checkFile('files: [{ mode: "0755" }]')],
  ['IMG7102', 'a value of another kind', checkFile('image: text')],
  ['IMG7102', 'a number in quotes', checkFile('image: { max-layers: "5" }')],
  ['IMG7102', 'a number out of its range', checkFile('image: { ports: [70000] }')],
  ['IMG7102', 'an empty list', checkFile('image: { cmd: [] }')],
  ['IMG7102', 'a text in another form', checkFile('image: { max-size: 5 megs }')],
  ['IMG7102', 'a pattern that is none', checkFile('run: { logs: { stdout: { matches: "(" } } }')],
  ['IMG7102', 'a name that no variable has', checkFile('run: { env: { "A B": 1 } }')],
  ['IMG7102', 'a header of two lines', checkFile('run: { http: [{ path: /, headers: { X: "a\\nb" } }] }')],
  ['IMG7102', 'two ways of being ready', checkFile('run: { ready: { tcp: 1, healthcheck: true } }')],
  ['IMG7102', 'an exception for nothing', checkFile('secrets: { allow: [{}] }')],
  ['IMG7102', 'a rebuild that asks nothing', checkFile('rebuild: [{ edit: main.py }]')],
  ['IMG7103', 'nothing is asked', checkFile('image: {}')],
  [
    'IMG7103',
    'content of what must not be there',
    checkFile('files: [{ path: /a, exists: false, mode: "0644" }]'),
  ],
  [
    'IMG7103',
    'a port twice',
    checkFile('run: { ready: { tcp: 80 } }\nservices: { db: { image: db, port: 80 } }'),
  ],
  ['IMG7104', 'a name that stands for nothing', checkFile('image: { user: "{{who}}" }')],
  ['IMG7104', 'an expression of GitHub’s', checkFile(`image: { user: "\${{ github.actor }}" }`)],
  ['IMG7104', 'a variable of variables', checkFile('image: { user: app }\nvariables: { a: "{{b}}" }')],
  [
    'IMG7104',
    'a port that no service names',
    checkFile('services: { db: { image: db } }\nrun: { env: { PORT: "{{db.port}}" } }'),
  ],
  ['IMG7201', 'a change of a file that is not there', edited('main.py')],
  ['IMG7201', 'a change outside of the context', edited('../error-codes.ts')],
  ['IMG7201', 'a change of a folder', edited('file')],
  [
    'IMG7401',
    'a failed check',
    failures(failed(['image', 'user'], 'it runs as', { expected: 'app', actual: 'root' })),
  ],
  [
    'IMG7402',
    'a check that could not be made',
    failures(unchecked(['rebuild', 0], 'builds', 'the build is unknown')),
  ],
])
