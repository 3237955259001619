import { expect, test } from '@jest/globals'
import { systemClock } from '../../../../actions/base/clock.ts'
import type { CheckServices } from '../../../../actions/checks/check.ts'
import { readFacts } from '../../../../actions/checks/contents/read-facts.ts'
import { checkStatic } from '../../../../actions/checks/contents/static.ts'
import { draftCheckFile } from '../../../../actions/checks/draft/draft.ts'
import { Results } from '../../../../actions/checks/results.ts'
import { type Entry, savedImage } from '../contents/saved-image.ts'
import { readText } from '../file/reading.ts'

const PASSWD: Entry = { path: 'etc/passwd', text: 'root:x:0:0::/root:/bin/sh\napp:x:1001:1002::/:\n' }
const GROUP: Entry = { path: 'etc/group', text: 'root:x:0:\nstaff:x:1002:\n' }
const SHELL: Entry = { path: 'bin/sh', text: 'ELF', mode: 0o755 }
const TOKEN = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`

const WORST: Entry[] = [
  { path: 'app', type: 'directory', mode: 0o750, uid: 1001, gid: 1002 },
  { path: 'app/start', text: '#!/bin/sh', mode: 0o6755, uid: 1001, gid: 1002 },
  { path: 'app/odd [name] {{x}}', text: 'x', mode: 0o4777 },
  { path: 'app/open', type: 'directory', mode: 0o777 },
  { path: 'app/credentials', text: `token: ${TOKEN}\n` },
  { path: 'app/.env', text: `GITHUB_TOKEN=${TOKEN}\n` },
  { path: 'var/lib/apt/lists/index', text: 'x' },
  { path: 'root/.cache/pip/http/a', text: 'x' },
]

test.each<[string, Entry[][], object]>([
  ['with nothing in it', [[]], {}],
  [
    'that is plain',
    [[PASSWD, GROUP, SHELL]],
    { User: 'app', WorkingDir: '/etc', Cmd: ['/bin/sh', '-c', 'echo "$HOME"'] },
  ],
  ['whose user nobody knows', [[SHELL]], { User: 'ghost', Entrypoint: ['/bin/sh'] }],
  [
    'whose user is a number',
    [[PASSWD, GROUP]],
    { User: '4000:1002', ExposedPorts: { '8000/tcp': {}, '53/udp': {} } },
  ],
  ['with a healthcheck', [[SHELL]], { Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: 3e10 } }],
  [
    'where everything is wrong',
    [[PASSWD, GROUP, SHELL], WORST, [{ path: 'app/.wh..env' }]],
    {
      User: '1001',
      WorkingDir: '/app',
      Entrypoint: ['/app/start', '{{x}}'],
      Env: [`GITHUB_TOKEN=${TOKEN}`],
      Labels: { note: TOKEN },
    },
  ],
])('an image %s passes what is drafted of it', async (_what, layers, config) => {
  const { image, engine } = await savedImage(layers, { config })
  const draft = draftCheckFile(await readFacts(image, engine))
  const results = new Results(systemClock)
  await checkStatic(image, readText(draft).checks, { engine, results } as unknown as CheckServices)
  expect(results.list.length).toBeGreaterThan(3)
  expect(results.list.filter(({ status }) => status !== 'passed')).toEqual([])
  expect(draft).not.toContain(TOKEN)
})

test('what is wrong with it is told in the draft', async () => {
  const { image, engine } = await savedImage([WORST])
  const draft = draftCheckFile(await readFacts(image, engine))
  for (const path of ['/app/start', '/app/open', '/app/credentials', '/var/lib/apt/lists', '/.cache/pip'])
    expect(draft).toContain(path)
})
