import fc from 'fast-check'
import type { ImageFacts, KnownPath } from '../../../../actions/checks/contents/facts.ts'

/** Texts that YAML, templates and globs would take for something else. */
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    '{{x}}',
    '{{',
    '\\{{',
    'a: b',
    '# no',
    '- x',
    '007',
    'true',
    'null',
    '~',
    '*x',
    '&x',
    '!x',
    '@x',
    '"',
    "'",
    '\\',
    'a:',
    '\t',
    'é',
    '{',
    '[',
    '%',
    '|',
    '>',
  ),
)
const path = fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`)
const id = fc.integer({ min: 0, max: 4294967294 })
const words = fc.array(text, { maxLength: 3 })
const secretPlace = fc.record(
  { rule: fc.constantFrom('aws-key', 'private-key'), path, name: text },
  { requiredKeys: ['rule'] },
)
const mode = fc.integer({ min: 0, max: 0o7777 }).map((bits) => bits.toString(8).padStart(4, '0'))
const knownPath: fc.Arbitrary<KnownPath> = fc.record({
  path,
  type: fc.constantFrom('file', 'directory', 'link'),
  mode,
  owner: fc.constantFrom('root:root', 'app:1000', '0:0'),
})

export const facts: fc.Arbitrary<ImageFacts> = fc.record({
  config: fc.record({
    user: fc.oneof(fc.constantFrom('', 'app', '1001:1001'), text),
    ports: fc.array(fc.constantFrom('8000/tcp', '53/udp', '5432/tcp', '80', '8000-8010/tcp', '0/tcp')),
    env: fc.constant(new Map([['PATH', '/bin']])),
    entrypoint: words,
    cmd: words,
    workdir: fc.oneof(fc.constant('/'), path),
    labels: fc.constant(new Map<string, string>()),
    healthcheck: fc.constantFrom(undefined, { command: ['curl'], shell: true }),
    stopSignal: fc.constant('SIGTERM'),
    volumes: fc.constant([]),
    history: fc.constant([]),
  }),
  layers: fc.nat(100),
  size: fc.nat(5e9),
  user: fc.record({ name: fc.constantFrom('app', 'null', '1001'), uid: id, gid: id }, { requiredKeys: [] }),
  paths: fc.array(knownPath, { maxLength: 4 }),
  shell: fc.boolean(),
  hardening: fc.record({
    setuid: fc.array(path, { maxLength: 3 }),
    worldWritable: fc.array(path, { maxLength: 3 }),
    packageCaches: fc.array(path, { maxLength: 30, size: 'max' }),
  }),
  secrets: fc.array(secretPlace, { maxLength: 3 }),
})
