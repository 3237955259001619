import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Image } from '../../../../actions/engine/image.ts'
import { openRunningFixture, type RunningFixture, troubles } from './fixture.ts'

let fixture: RunningFixture
let image: Image
beforeAll(async () => {
  fixture = await openRunningFixture()
  image = await fixture.build('FROM scratch\nCOPY busybox /bin/sleep\nCMD ["/bin/sleep", "100"]\n')
})
afterAll(() => fixture.remove())

const line = (shell: string) => [shell, '-c', 'true']

test.each<[string, string, object]>([
  ['a command', 'run.exec.0', { run: { exec: [{ cmd: line('sh') }] } }],
  ['a command, by its path', 'run.exec.0', { run: { exec: [{ cmd: line('/bin/sh') }] } }],
  ['readiness', 'run.ready', { run: { ready: { exec: line('sh'), tries: 1, interval: '10ms' } } }],
  ['a start', 'run', { run: { cmd: line('bash') } }],
  ['a case', 'cases.0', { cases: [{ name: 'it', cmd: line('sh'), exit: 0 }] }],
  ['a row', 'matrix.0', { matrix: [{ name: 'it', entrypoint: line('/bin/ash'), exit: 0 }] }],
])(
  '%s that needs a shell in an image without one: the check says to do without',
  async (_what, path, checks) => {
    const [trouble, ...others] = troubles(await fixture.check(image, checks))
    expect(trouble).toMatchObject([path, { hint: expect.stringContaining('The image has no shell') }])
    expect(others).toEqual([])
  },
)

test('a program that is no shell is told as before', async () => {
  const cases = [{ name: 'it', cmd: ['pytest'], exit: 0 }]
  expect(troubles(await fixture.check(image, { cases }))).toMatchObject([
    ['cases.0', { actual: 'exit code 127 (the command was not found)' }],
  ])
  expect(troubles(await fixture.check(image, { run: { exec: [{ cmd: ['pytest'] }] } }))).toMatchObject([
    ['run.exec.0', { actual: 'the image has no pytest', hint: expect.stringContaining('Name a program') }],
  ])
})
