import fc from 'fast-check'

const word = fc.stringMatching(/^[a-z]{1,6}$/)
const path = word.map((name) => `/${name}`)
const port = fc.integer({ min: 1, max: 65535 })
const some = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, requiredKeys: (keyof T & string)[] = []) =>
  fc.record(shape, { requiredKeys } as never)
const texts = fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 2 }))
const text = fc
  .constantFrom('contains' as const, 'matches' as const)
  .chain((key) => texts.map((value) => ({ [key]: value })))
const variables = fc.dictionary(
  fc.stringMatching(/^[A-Z]{1,4}$/),
  fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
  { maxKeys: 3 },
)
const span = fc.constantFrom('500ms', '10s', '1.5m')
const exit = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constant('non-zero'))
const command = fc.array(fc.oneof(word, fc.integer()), { minLength: 1, maxLength: 3 })
const status = fc.oneof(fc.constantFrom(200, 404), fc.constant([200, 204]))
/** Written without quotes, << would merge. */
const json = fc.jsonValue().filter((value) => !/"(<<|__proto__)"/.test(JSON.stringify(value)))
const ready = fc.oneof(
  some({ http: some({ path, status }), tries: fc.constant(3) }, ['http']),
  some({ tcp: port, interval: span }, ['tcp']),
  some({ exec: command }, ['exec']),
)
const start = { env: variables, user: fc.oneof(word, fc.nat(9999)), cmd: command, tmpfs: fc.array(path) }
const output = { stdout: text, stderr: text, output: text }
const asked = {
  process: some({ uid: fc.nat(9999), groups: fc.array(fc.nat(9)), every: fc.boolean(), command: text }),
  http: fc.array(some({ path, port, status, json, 'response-headers': fc.dictionary(word, text) }, ['path'])),
  exec: fc.array(some({ cmd: command, exit, within: span, ...output }, ['cmd'])),
  logs: some(output),
  stop: some({
    signal: fc.constantFrom('SIGTERM', 'SIGRTMIN+3'),
    exit: fc.oneof(exit, fc.array(exit, { minLength: 1 })),
  }),
}
/** One entry, so that no two have one name. */
const one = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { maxLength: 1 })

/** Check files that are right, as plain data. */
export const documents: fc.Arbitrary<Record<string, unknown>> = some(
  {
    version: fc.constant(1),
    variables: fc.dictionary(word, fc.oneof(word, fc.nat()), { maxKeys: 2 }),
    image: some({
      user: fc.oneof(word, fc.nat(), some({ name: word, uid: fc.nat(9) })),
      ports: fc.array(fc.oneof(port, fc.constant('53/udp'))),
      env: fc.dictionary(word, fc.oneof(word, fc.constant(null), text)),
      healthcheck: fc.oneof(fc.constant(true), some({ command: text, interval: span, retries: fc.nat(9) })),
      'max-size': fc.constantFrom('5 MB', '1.5GiB'),
    }),
    files: fc.array(
      some({ path, mode: fc.constantFrom('0755', '644'), owner: word, 'non-empty': fc.boolean() }, ['path']),
    ),
    hardening: some({ setuid: fc.oneof(fc.boolean(), some({ allow: fc.array(path), base: word })) }),
    secrets: some({ allow: fc.array(some({ rule: word, path }, ['rule'])) }),
    services: fc.oneof(fc.constant({}), fc.record({ db: some({ image: word, env: variables }, ['image']) })),
    run: some({ ...start, ready, ...asked, 'read-only': fc.boolean() }),
    cases: one(some({ name: word, exit, ...start, ...output }, ['name', 'exit'])),
    matrix: one(some({ name: word, ...start, ...asked }, ['name'])),
    rebuild: one(some({ edit: word, cached: fc.array(word, { minLength: 1 }) }, ['edit', 'cached'])),
  },
  ['version', 'run'],
)

const ODD = ['', 'x', 0, -1, 3.5, 1e9, true, null, [], {}, [1], ['x', {}], { x: 1 }]

/** The same document with something odd put somewhere in it. */
export function mishap(document: Record<string, unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...placesIn(document)), fc.constantFrom(...ODD), fc.boolean())
    .map(([place, odd, asKey]) => changed(document, asKey ? [...place, 'odd'] : place, odd))
}

type Steps = (string | number)[]

function placesIn(value: unknown): Steps[] {
  if (value === null || typeof value !== 'object') return [[]]
  const inner = Object.entries(value).flatMap(([key, entry]) =>
    placesIn(entry).map((steps) => [Array.isArray(value) ? Number(key) : key, ...steps]),
  )
  return [[], ...inner]
}

function changed(value: unknown, [step, ...rest]: Steps, odd: unknown): unknown {
  if (step === undefined) return odd
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? changed(item, rest, odd) : item))
  if (value === null || typeof value !== 'object') return odd
  return { ...value, [step]: changed((value as Record<string, unknown>)[step], rest, odd) }
}
