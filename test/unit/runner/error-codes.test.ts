import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { openCheckFile } from '../../../actions/runner/check-file.ts'
import { openCheckout } from '../../../actions/runner/checkout.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { locateSource } from '../../../actions/runner/source.ts'
import { makeTemporaryFolder } from '../../../actions/runner/temporary-folder.ts'
import { openTerminal } from '../../../actions/runner/terminal.ts'
import { reproduce } from '../../error-codes.ts'

const folder = mkdtempSync(join(tmpdir(), 'codes-'))
const checkout = join(folder, 'checkout')
mkdirSync(checkout)
writeFileSync(join(folder, 'outside.yml'), '')
symlinkSync('../outside.yml', join(checkout, 'link.yml'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = processRunner(
  plainOutput(() => {}),
  new AbortController().signal,
)
const terminalWith = (carried: string) =>
  openTerminal(
    { text: () => '' },
    {
      ...{ workspace: folder, checkout: 'none', carried, signal: new AbortController().signal },
      ...{ trace: false, log: 'stderr', asks: false },
    },
  )
const missing = { file: 'image-verify.yml', variables: {} }

reproduce([
  ['IMG9101', 'nothing to build', () => locateSource({ context: '.', file: '' }, checkout)],
  ['IMG9101', 'a context that is not there', () => locateSource({ context: 'none', file: '' }, checkout)],
  ['IMG9102', 'a context elsewhere', () => locateSource({ context: '/', file: '' }, checkout)],
  ['IMG9102', 'a link that leads out', async () => (await openCheckout(checkout)).readFile('link.yml')],
  ['IMG9103', 'no check file', () => openCheckFile(missing, checkout)],
  ['IMG9103', 'no check file at a terminal', () => openCheckFile(missing, checkout, { image: 'app' })],
  ['IMG9201', 'a program that is not here', () => run('no-such-program', [])],
  ['IMG9902', 'a file in the place of a folder', () => terminalWith(join(folder, 'outside.yml'))],
  ['IMG9903', 'no place for what is temporary', () => makeTemporaryFolder({ TMPDIR: join(folder, 'none') })],
  ['IMG9202', 'an argument without end', () => run('true', ['x'.repeat(4 * 1024 * 1024)])],
])
