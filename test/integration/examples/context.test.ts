import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { command } from '../../e2e/harness/command.ts'
import { copyExample } from '../../e2e/harness/example-files.ts'
import { podmanEnvironment } from '../podman.ts'

let folder: string
let podman: Awaited<ReturnType<typeof podmanEnvironment>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'context-'))
  podman = await podmanEnvironment(join(folder, 'podman'))
})
afterAll(async () => {
  await podman.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** What people have lying around in a clone. */
const LEFT = [
  '.env',
  '.git/config',
  '.venv/bin/python',
  'app/__pycache__/main.pyc',
  'notes/__pycache__/views.pyc',
]

/** All that a build of an example is given: the files of its context, as podman takes them. */
async function contextOf(example: string): Promise<string[]> {
  const [source, target] = [join(folder, example), join(folder, `${example}-context`)]
  await copyExample(example, source)
  for (const file of LEFT) {
    mkdirSync(join(source, file, '..'), { recursive: true })
    writeFileSync(join(source, file), 'left')
  }
  const everything = join(folder, 'everything')
  writeFileSync(everything, 'FROM scratch\nCOPY . /\n')
  const options = ['--quiet', '--file', everything, '--output', `type=local,dest=${target}`]
  await command('podman', ['build', ...options, source], { env: podman.env })
  const { stdout } = await command('find', ['.', '-type', 'f', '-printf', '%P\n'], { cwd: target })
  return stdout.trim().split('\n')
}

test.each([
  ['fastapi-api', /^(app\/\w+\.py|requirements(-dev)?\.lock)$/, 'app/main.py'],
  [
    'django-web',
    /^((accounts|config|notes|templates|frontend)\/[\w/]+\.(py|html|css)|manage\.py|entrypoint\.sh|requirements\.lock|package(-lock)?\.json)$/,
    'manage.py',
  ],
])(
  'a build of %s is given its sources, and neither tests nor secrets nor what lies around',
  async (example, sources, one) => {
    const files = await contextOf(example)
    expect(files).toContain(one)
    expect(files.filter((file) => !sources.test(file))).toEqual([])
  },
)
