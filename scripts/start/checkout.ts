import { execFileSync } from 'node:child_process'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { busybox } from '../setup/places.mjs'

const EXAMPLE = fileURLToPath(new URL('../../examples/hello', import.meta.url))

/** A repository as a user has one: the example, its binaries, one commit on main. */
export async function exampleCheckout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hello-'))
  await cp(EXAMPLE, folder, { recursive: true })
  for (const architecture of ['amd64', 'arm64'])
    await cp(busybox(architecture), join(folder, `busybox-${architecture}`))
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' })
  git('init', '--initial-branch', 'main')
  git('remote', 'add', 'origin', 'https://github.com/octocat/hello.git')
  git('add', '--all')
  git(
    '-c',
    'user.name=Octocat',
    '-c',
    'user.email=octocat@example.com',
    'commit',
    '--message',
    'A page that says hello',
  )
  return folder
}
