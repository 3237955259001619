import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { command } from '../command.ts'
import { checkout } from '../programs.ts'

/** This project as its maintainers have it: a clone of a bare repository, which refuses what GitHub refuses. */
export interface Project {
  /** The maintainer's clone. */
  folder: string
  git(...args: string[]): Promise<string>
  /** As the maintainer would type it; what it said, and how it ended. */
  release(...args: string[]): Promise<{ exitCode: number; said: string }>
  /** Writes these on main, with the bundle that the sources give then, and pushes. Gives the commit. */
  change(message: string, files: Record<string, string>, options?: { build?: boolean }): Promise<string>
  /** Tags of the bare repository, to their commits. */
  tags(): Promise<Record<string, string>>
  /** Another clone, at a ref. */
  cloned(ref: string, target: string): Promise<string>
  /** What a run that `uses:` us at this ref gets, as far as it can reach it. */
  exported(ref: string, target: string): Promise<string>
}

/** Large, and of no use to a release. */
const NEEDLESS =
  /\/node_modules\/(node-linux-.*|@octokit\/openapi|@biomejs|mermaid|@mermaid-js|typescript|@typescript|jest[^/]*|@jest|@babel)$|\.(map|d\.[cm]?ts|md)$/
/** What build-images.yml runs, in its order. */
export const ROOMS = ['prepare', 'setup', 'build', 'merge', 'cleanup']
const QUICK = '#!/usr/bin/env bash\n# Stands for everything that takes an hour.\ntest ! -e broken\n'
/** What GitHub says to a token without the right to change workflows; the App's has it, and so have maintainers. */
const HOOK = `#!/bin/sh
test "$GIT_CONFIG_VALUE_0" = "AUTHORIZATION: basic $(printf x-access-token:ghs_app | base64)" && exit 0
test "$MAINTAINER" = yes && exit 0
echo 'refusing to allow a GitHub App to create or update workflow without \`workflows\` permission' >&2
exit 1
`

/** `world`: where the stand-ins look for the bare repository and for the npm packages. */
export async function makeProject(world: string): Promise<Project> {
  const [folder, bare] = [join(world, 'project'), join(world, 'origin.git')]
  const env = { MAINTAINER: 'yes', GIT_CONFIG_GLOBAL: join(world, 'gitconfig') }
  writeFileSync(env.GIT_CONFIG_GLOBAL, '[user]\n\tname = Octo\n\temail = octo@example.com\n')
  const git = async (...args: string[]) => (await command('git', args, { cwd: folder, env })).stdout.trim()
  await copyTree(folder)
  copyPackages(join(world, 'node_modules'))
  await command('cp', ['--archive', '--link', join(world, 'node_modules'), join(folder, 'node_modules')])
  writeFileSync(join(folder, '.ci/run'), QUICK)
  await command('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  await command('git', ['--git-dir', bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true'])
  writeFileSync(join(bare, 'hooks/pre-receive'), HOOK, { mode: 0o755 })
  await git('init', '--quiet', '--initial-branch=main')
  await git('remote', 'add', 'origin', bare)

  return {
    folder,
    git,
    async release(...args) {
      const line = ['scripts/release.mjs', ...args]
      const { exitCode, stdout, stderr } = await command('node', line, { cwd: folder, env, anyExit: true })
      return { exitCode, said: stdout + stderr }
    },
    async change(message, files, { build = true } = {}) {
      for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
      if (build) await command('node', ['scripts/build.mjs'], { cwd: folder })
      await git('add', '--all')
      await git('commit', '--quiet', '--message', message)
      await git('push', '--quiet', 'origin', 'HEAD')
      return git('rev-parse', 'HEAD')
    },
    async tags() {
      const { stdout } = await command('git', [
        '--git-dir',
        bare,
        'for-each-ref',
        '--format=%(refname:strip=2) %(objectname)',
        'refs/tags',
      ])
      return Object.fromEntries(
        stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => line.split(' ')),
      )
    },
    async cloned(ref, target) {
      await command('git', ['clone', '--quiet', bare, target])
      await command('git', ['checkout', '--quiet', '--detach', ref], { cwd: target })
      return target
    },
    async exported(ref, target) {
      mkdirSync(target, { recursive: true })
      const paths = ['dist', ':(glob)**/action.yml', '.github/workflows']
      const file = `${target}.tar`
      await command('git', ['--git-dir', bare, 'archive', `--output=${file}`, ref, '--', ...paths])
      await command('tar', ['--extract', '--file', file, '--directory', target])
      return target
    },
  }
}

/** Sources whose every action says which state of the project it is. */
export function marked(project: Project, mark: string): Record<string, string> {
  return Object.fromEntries(
    ROOMS.map((room) => {
      const file = `actions/${room}/index.ts`
      const source = readFileSync(join(project.folder, file), 'utf8').replace(/^console\.log.*\n/, '')
      return [file, `console.log('${room} of ${mark}')\n${source}`]
    }),
  )
}

async function copyTree(folder: string): Promise<void> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await command('git', args, { cwd: checkout })
  for (const file of new Set(stdout.split('\0'))) {
    const from = join(checkout, file)
    if (file === '' || !lstatSync(from, { throwIfNoEntry: false })?.isFile()) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(from, join(folder, file))
  }
}

function copyPackages(target: string): void {
  const source = join(checkout, 'node_modules')
  if (!existsSync(source)) throw new Error('node_modules is missing; npm test installs it')
  cpSync(source, target, { recursive: true, filter: (path) => !NEEDLESS.test(path), verbatimSymlinks: true })
}
