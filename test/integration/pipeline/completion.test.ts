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

/** Shells that this machine may lack are asked where it has them. */
const ASKED: readonly [shell: string, script: string, expected: string][] = [
  ['fish', 'source $argv[1]; complete --do-complete "image-actions build --format "', 'oci'],
  [
    'zsh',
    'autoload -Uz compinit; compinit -u; source $1; [[ -n $_comps[image-actions] ]] && print oci',
    'oci',
  ],
]
const installed = ASKED.filter(([shell]) => spawnSync(shell, ['--version']).status === 0)

test('other shells that are here understand theirs', () => {
  for (const [shell, script, expected] of installed) {
    const said = spawnSync(shell, ['-c', script, ...(shell === 'zsh' ? ['zsh'] : []), scriptOf(shell)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
    expect([shell, said.stderr, said.stdout]).toEqual([shell, '', expect.stringContaining(expected)])
  }
})
