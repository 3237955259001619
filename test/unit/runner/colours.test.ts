import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const MODULE = fileURLToPath(new URL('../../../actions/runner/colours.ts', import.meta.url))
/** A process of its own, since Node looks at the real variables; a terminal is one that says so of itself. */
const PROGRAM = `
  const { coloursOf } = await import(process.argv[1])
  const { WriteStream } = await import('node:tty')
  const { getColorDepth } = WriteStream.prototype
  const stream = process.argv[2] === 'terminal' ? Object.assign(process.stdout, { isTTY: true, getColorDepth }) : process.stdout
  stream.write(['heading', 'good', 'warning', 'bad', 'faint'].map((meaning) => coloursOf(stream)(meaning, 'x')).join(' '))
`
const PLAIN = 'x x x x x'
const COLOURED = '\x1b[1mx\x1b[22m \x1b[32mx\x1b[39m \x1b[33mx\x1b[39m \x1b[31mx\x1b[39m \x1b[2mx\x1b[22m'

test.each([
  ['terminal', {}, COLOURED],
  ['pipe', {}, PLAIN],
  ['terminal', { NO_COLOR: '1' }, PLAIN],
  ['terminal', { TERM: 'dumb' }, PLAIN],
  ['pipe', { FORCE_COLOR: '1' }, COLOURED],
  ['pipe', { NO_COLOR: '1' }, PLAIN],
])('a %s with %j', (kind, variables, expected) => {
  const env: Record<string, string> = { TERM: 'xterm-256color', ...variables }
  const args = ['--input-type=module', '--eval', PROGRAM, MODULE, kind]
  expect(spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stdout).toBe(expected)
})
