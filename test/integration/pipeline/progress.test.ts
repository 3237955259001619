import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { atTerminal } from './cli-process.ts'

const program = fileURLToPath(new URL('./progress-process.ts', import.meta.url))

test('words take the place of the progress line, and none of it is left', async () => {
  const terminal = atTerminal([], { cwd: tmpdir(), env: {} }, { program })
  expect(await terminal.exit).toBe(0)
  expect(terminal.shown().match(/░ \d\/3 \w+/g)).toEqual(['░ 1/3 listing', '░ 2/3 listing', '░ 1/3 deleting'])
  expect(terminal.left().replaceAll('\x1b[K', '')).toBe('logged\nprinted\nafter\n')
})
