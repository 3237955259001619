import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ourFiles } from '../../unit/house/tracked.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'package-'))
const home = join(folder, 'home')
/** Nobody is reached, and what npm has fetched before is out of reach. */
const npm = (...args: string[]) =>
  execFileSync('npm', [...args, '--offline', '--cache', join(folder, 'cache'), '--no-audit', '--no-fund'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...environment(), HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

function environment() {
  return { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` }
}

const { version: VERSION }: { version: string } = JSON.parse(
  readFileSync(join(PROJECT, 'package.json'), 'utf8'),
)
let files: string[]
beforeAll(() => {
  execFileSync('mkdir', [home])
  writeFileSync(join(home, 'package.json'), '{"private": true}')
  const [packed] = JSON.parse(npm('pack', PROJECT, '--json', '--pack-destination', folder))
  files = packed.files.map(({ path }: { path: string }) => path)
  npm('install', join(folder, packed.filename))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the package holds what the command needs, and nothing else', () => {
  const manifests = ourFiles('action.yml', ':(glob)*/action.yml')
  const rest = files.filter((file) => !file.startsWith('dist/'))
  expect(rest.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json', ...manifests].toSorted())
  expect(files.filter((file) => file.startsWith('dist/')).toSorted()).toEqual(ourFiles('dist'))
})

test('installed without a network, it brings no other package along', () => {
  expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'image-actions',
  ])
  expect(statSync(join(home, 'node_modules/.bin/image-actions')).mode & 0o111).not.toBe(0)
})

test.each([
  [['--help'], 0, 'npx image-actions COMMAND'],
  [['--version'], 0, VERSION],
  [['merge', '--help'], 0, '--force-move'],
  [['completion', 'bash'], 0, 'complete -o default'],
  [['nonsense'], 2, 'There is no command "nonsense".'],
])('npx image-actions %j works', (args, code, message) => {
  const options = { cwd: home, encoding: 'utf8', env: { ...environment(), HOME: home } } as const
  const { status, stdout, stderr } = spawnSync('npx', ['--offline', 'image-actions', ...args], options)
  expect([status, stdout + stderr]).toEqual([code, expect.stringContaining(message)])
})
