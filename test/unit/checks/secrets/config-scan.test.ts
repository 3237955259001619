/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells fill these in, not we */
import { describe, expect, test } from '@jest/globals'
import { isPlaceholder } from '../../../../actions/checks/secrets/placeholders.ts'
import { assignmentsIn, isSecretName } from '../../../../actions/checks/secrets/variables.ts'
import { type SavedImage, savedImage, verified } from '../contents/saved-image.ts'
import { privateKey, random, TOKENS } from './tokens.ts'

interface Parts {
  env?: string[]
  labels?: Record<string, string>
  history?: string[]
}

function imageOf({ env = [], labels = {}, history = [] }: Parts): Promise<SavedImage> {
  const steps = history.map((created_by) => ({ created_by }))
  return savedImage([[]], { config: { Env: env, Labels: labels }, history: steps })
}

/** What is found, by the parts of the image. */
async function found(parts: Parts, allow: object[] = []): Promise<Record<string, string>> {
  const results = await verified(await imageOf(parts), { secrets: { allow } })
  const failed = results.filter(({ finding }) => finding)
  return Object.fromEntries(
    failed.map(({ name, finding }) => [name.split(' ').at(-1) ?? '', finding?.actual ?? '']),
  )
}

describe('variables', () => {
  test.each([
    'API_TOKEN=tok_123',
    'POSTGRES_PASSWORD=hunter2',
    'PGPASSWORD=hunter2',
    'DJANGO_SECRET_KEY=k3y-with-some-length',
    'AWS_SECRET_ACCESS_KEY=abc/def',
    'github_token=whatever',
    `ANYTHING=${TOKENS['github-token']}`,
    `KEY=${privateKey()}`,
    'DATABASE_URL=postgresql://app:hunter2@db:5432/app',
    'REDIS_URL=redis://:hunter2@cache/0',
  ])('%s', async (variable) => {
    const name = variable.split('=')[0]
    expect(await found({ env: [variable] })).toEqual({
      variables: expect.stringContaining(`variable ${name}: `),
    })
  })

  test.each([
    'PATH=/usr/local/bin:/usr/bin',
    'GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305',
    'PYTHON_SHA256=8fb5f9fbc7609fa822cb31549884575db7fd9657cbffb89510b5d7975963a83a',
    'API_TOKEN=',
    'API_TOKEN=changeme',
    'API_TOKEN=${API_TOKEN}',
    'API_TOKEN=$TOKEN',
    'API_TOKEN=<your token>',
    'API_TOKEN=xxxxxxxx',
    'API_TOKEN=your-token-here',
    'API_TOKEN={{ token }}',
    'SECRET_KEY=build-only',
    'SECRET_KEY=example-key',
    'POSTGRES_PASSWORD_FILE=/run/secrets/password',
    'DB_PASSWORD=/run/secrets/password',
    'TOKEN_EXPIRE_MINUTES=30',
    'MYSQL_ALLOW_EMPTY_PASSWORD=yes',
    'TOKENIZERS_PARALLELISM=false',
    'SSH_AUTH_SOCK=/run/agent',
    'PWD=/app',
    'KEYCLOAK_URL=https://login.example.org/',
    'DATABASE_URL=postgresql://app:${PASSWORD}@db/app',
    'DATABASE_URL=postgresql://db/app',
  ])('%s is no secret', async (variable) => {
    expect(await found({ env: [variable] })).toEqual({})
  })
})

describe('history', () => {
  test.each([
    ['|1 API_TOKEN=tok_123 /bin/sh -c pip install app', 'API_TOKEN in step 1 (RUN)'],
    ['|2 VERSION=1 DB_PASSWORD=hunter22 /bin/sh -c make', 'DB_PASSWORD in step 1 (RUN)'],
    ['/bin/sh -c #(nop) ENV API_TOKEN=tok_123', 'API_TOKEN in step 1 (ENV)'],
    ['/bin/sh -c #(nop) ARG API_TOKEN=tok_123', 'API_TOKEN in step 1 (ARG)'],
    ['/bin/sh -c export API_TOKEN="tok 123" && make', 'API_TOKEN in step 1 (RUN)'],
    ['/bin/sh -c deploy --password=hunter22', 'password in step 1 (RUN)'],
    ['/bin/sh -c curl -H "Authorization: Bearer abcdef123456"', 'step 1 (RUN)'],
    ['/bin/sh -c git clone https://me:abcdef123456@example.org/x.git', 'step 1 (RUN)'],
    [`RUN /bin/sh -c login ${TOKENS['npm-token']} # buildkit`, 'step 1 (RUN)'],
  ])('%s', async (step, where) => {
    expect((await found({ history: [step] })).history).toMatch(
      new RegExp(`^${where.replace(/[()]/g, '\\$&')}: `),
    )
  })

  test.each([
    '/bin/sh -c #(nop) ARG API_TOKEN',
    '|1 VERSION=1.2.3 /bin/sh -c make',
    '|1 API_TOKEN= /bin/sh -c make',
    '/bin/sh -c TOKEN=$(cat /run/secrets/token) make',
    '/bin/sh -c curl -H "Authorization: Bearer $TOKEN"',
    '/bin/sh -c --mount=type=secret,id=token make',
    '/bin/sh -c SECRET_KEY=dummy python manage.py collectstatic',
    '/bin/sh -c #(nop) COPY file:0123456789abcdef in /app/token.py',
  ])('%s is no leak', async (step) => {
    expect(await found({ history: [step] })).toEqual({})
  })

  test('what a variable or a label says already is not told twice', async () => {
    const history = [
      'ENV API_TOKEN=tok_123',
      'LABEL api.token=lab_456',
      '|1 OTHER_TOKEN=tok_789 /bin/sh -c x',
      '|1 OTHER_TOKEN=tok_789 /bin/sh -c y',
    ]
    const all = await found({ env: ['API_TOKEN=tok_123'], labels: { 'api.token': 'lab_456' }, history })
    expect(Object.keys(all)).toEqual(['variables', 'labels', 'history'])
    expect(all.history).toBe('OTHER_TOKEN in step 3 (RUN): secret-variable, t… (7 characters)')
  })
})

describe('an allow list', () => {
  const env = ['API_TOKEN=tok_123', `OTHER=${TOKENS['npm-token']}`]
  test.each([
    [[{ name: 'API_TOKEN' }], ['OTHER']],
    [[{ rule: 'npm-token' }], ['API_TOKEN']],
    [[{ rule: 'npm-token', name: 'API_TOKEN' }], ['API_TOKEN', 'OTHER']],
    [[{ path: '/**' }], ['API_TOKEN', 'OTHER']],
    [[{ rule: 'npm-token', name: 'OTHER' }, { rule: 'secret-variable' }], []],
  ])('%j leaves %j', async (allow, left) => {
    const names = [...((await found({ env }, allow)).variables ?? '').matchAll(/variable (\w+)/g)]
    expect(names.map(([, name]) => name)).toEqual(left)
  })
})

test.each(['PASSWORD', 'DB_PASS', 'client-secret', 'apiKey', 'api.token', 'PRIVATE_KEY', 'SECRETS'])(
  '%s names a secret',
  (name) => expect(isSecretName(name)).toBe(true),
)
test.each([
  'PATH',
  'PASSENGER',
  'COMPASS',
  'KEY',
  'MONKEY',
  'TOKENIZER',
  'SECRETARY',
  'PASSWORD_HASHER',
  'TOKEN_URL',
])('%s names none', (name) => expect(isSecretName(name)).toBe(false))
test.each(['tok_123', 'hunter2', 'secret', random(12)])('%s is a value', (value) =>
  expect(isPlaceholder(value)).toBe(false),
)

test('no command line holds it up', () => {
  const before = process.cpuUsage()
  for (const text of ['-a', 'a=', "a='", 'a="', 'a: "', 'x://a:']) assignmentsIn(text.repeat(50_000))
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
})
