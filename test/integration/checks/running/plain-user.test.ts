import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import type { CheckResult } from '../../../../actions/checks/check.ts'
import { command as execute } from '../../../e2e/harness/command.ts'
import { type PlainUser, plainUser } from '../../../e2e/harness/plain-user.ts'
import { type EngineFixture, openEngineFixture } from '../../engine/fixture.ts'
import { BASE, command, troubles, WEB } from './fixture.ts'

let fixture: EngineFixture
let context: string
beforeAll(async () => {
  fixture = await openEngineFixture()
  context = await fixture.context([BASE, 'EXPOSE 8000', 'USER app', command('sh', '-c', WEB)].join('\n'))
  await writeFile(join(context, 'auth.json'), '{}')
  await bundle(join(context, 'dist'))
})
afterAll(() => fixture.remove())

/** As in dist: the code in one folder, the probe in checks/ beside it. */
async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: [
      { in: 'test/integration/checks/running/program.ts', out: 'chunks/program' },
      { in: 'actions/checks/probe.ts', out: 'checks/probe' },
    ],
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  await writeFile(join(outdir, 'package.json'), '{"type":"module"}')
}

const CHECKS = {
  run: {
    ready: { http: { path: '/health' } },
    process: { uid: 1001, gid: 1001, groups: [] },
    http: [{ path: '/health', contains: 'ok' }],
    exec: [{ cmd: ['sh', '-c', 'echo $0 runs'], stdout: { contains: 'sh runs' } }],
    stop: {},
  },
  matrix: [
    { name: 'another user', user: '33:100', ready: { tcp: 8000 }, process: { uid: 33, gid: 100 } },
    { name: 'root', user: '0', ready: { tcp: 8000 }, process: { uid: 0 } },
    { name: 'wrong', ready: { tcp: 8000 }, process: { uid: 7 } },
  ],
}

async function checkAs(prefix: readonly string[], node: string, env: Record<string, string>) {
  const job = JSON.stringify({ context, checks: CHECKS })
  const [program = '', ...args] = [...prefix, node, join(context, 'dist/chunks/program.js'), job]
  const { stdout } = await execute(program, args, { env, cwd: context })
  return JSON.parse(stdout) as CheckResult[]
}

const expected = [['matrix.2.process.uid', { actual: expect.stringContaining('has uid 1001') }]]

describe('from a bundle', () => {
  test('an image is checked with the rights of this process', async () => {
    const env = Object.fromEntries(
      Object.entries(fixture.engine.env).filter((each): each is [string, string] => each[1] !== undefined),
    )
    expect(troubles(await checkAs([], process.execPath, env))).toMatchObject(expected)
  })

  test("an image is checked without root's rights, by ids as its containers count them", async () => {
    let user: PlainUser | undefined
    try {
      user = await plainUser(fixture.folder)
      expect(troubles(await checkAs(user.prefix, 'node', user.env))).toMatchObject(expected)
    } finally {
      await user?.leave()
    }
  })
})
