import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from './cli-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'completion-'))
const scriptOf = (shell: string) => join(folder, `image-actions.${shell}`)
beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout, stderr } = await runCli(['completion', shell], {
      cwd: folder,
      env: { HOME: folder },
    })
    expect([code, stderr]).toEqual([0, ''])
    writeFileSync(scriptOf(shell), stdout)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a real bash offers behind these words; the last of them is being typed. */
function bash(...words: string[]): string[] {
  const script = `
set -eu
source "$1"
shift
COMP_WORDS=(image-actions "$@")
COMP_CWORD=$#
_image_actions
printf '%s\\n' "\${COMPREPLY[@]}"`
  const args = ['--norc', '-c', script, 'bash', scriptOf('bash'), ...words]
  return execFileSync('bash', args, { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean)
}

describe('in bash', () => {
  test.each([
    [['pl'], ['plan']],
    [['ro'], ['rollback']],
    [
      ['build', '--format', ''],
      ['docker', 'oci'],
    ],
    [['build', '--format', 'o'], ['oci']],
    // What stands behind "=" is a word of its own.
    [
      ['build', '--format', '='],
      ['docker', 'oci'],
    ],
    [['build', '--format', '=', 'd'], ['docker']],
    [['build', '--arch'], ['--archive']],
    [['build', '--no-cache', '--le'], ['--leg']],
    [
      ['snapshot', 'v'],
      ['validate', 'verify'],
    ],
    [['snapshot', 'restore', '--extras', 'k'], ['keep']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['cleanup', 'ghcr.io/o/a', '--y'], ['--yes']],
    [['run', '--y'], []],
    // Files are bash's own business, and there any value is right.
    [['build', '--archive', ''], []],
    [['build', '--archive', '--'], []],
    [['verify', 'ima'], []],
    [['nonsense', ''], []],
    [['nonsense', '--f'], []],
  ])('%j offers %j', (words, expected) => {
    expect(bash(...words)).toEqual(expected)
  })

  test('every command is offered first', () => {
    expect(bash('')).toEqual(expect.arrayContaining(['run', 'plan', 'build', 'merge', 'doctor', 'help']))
  })

  test('it is registered, and files are offered where nothing else is', () => {
    const script = `source ${scriptOf('bash')}; complete -p image-actions`
    expect(execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' })).toBe(
      'complete -o default -F _image_actions image-actions\n',
    )
  })
})

/** What a real shell says to a script of its own, which is given the completions and these words. */
function shell(name: string, script: string, ...words: string[]): string {
  const behind = name === 'zsh' ? ['zsh'] : []
  const options = { cwd: folder, encoding: 'utf8', timeout: 20_000 } as const
  const said = spawnSync(name, ['-c', script, ...behind, scriptOf(name), ...words], {
    ...options,
    env: { ...process.env, HOME: folder },
  })
  expect([said.status, said.stderr]).toEqual([0, ''])
  return said.stdout
}

describe('in fish', () => {
  test.each([
    ['ro', ['rollback']],
    ['build --format ', ['docker', 'oci']],
    ['build --format=o', ['--format=oci']],
    ['snapshot v', ['validate', 'verify']],
    ['cleanup --y', ['--yes']],
    ['completion ', ['bash', 'fish', 'zsh']],
  ])('%j is offered %j', (typed, expected) => {
    const script = 'source $argv[1]; complete --do-complete "image-actions $argv[2]"'
    const offered = shell('fish', script, typed).split('\n').filter(Boolean)
    // Files of the folder are offered as well.
    const ours = offered.map((line) => line.split('\t')[0] ?? '').filter((word) => !/[./]/.test(word))
    expect(ours.toSorted()).toEqual(expected)
  })
})

/** At a terminal, where the key Tab is pressed; reading waits until the words are there. */
const TAB = `
zmodload zsh/zpty
zpty typed zsh -f -i
zpty -w typed "autoload -Uz compinit; compinit -u -D; source $1; print read''y"
zpty -r typed said '*ready*'
zpty -n -w typed "image-actions $2"$'\\t'
zpty -r typed said "*image-actions $3*"
`

describe('in zsh', () => {
  test.each([
    ['ro', 'rollback'],
    ['build --format=o', 'build --format=oci'],
    ['snapshot res', 'snapshot restore'],
    ['cleanup --y', 'cleanup --yes'],
    ['completion f', 'completion fish'],
  ])('%j becomes %j', (typed, expected) => {
    shell('zsh', TAB, typed, expected)
  })
})
