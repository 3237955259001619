import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type CommandResult, command } from '../../e2e/harness/command.ts'
import { program } from '../../e2e/harness/programs.ts'
import { blocksOf } from '../../unit/house/markdown.ts'
import { checkout, ourFiles, read } from '../../unit/house/tracked.ts'
import { kindOf, ofThisCheckout, wholeWorkflow } from './whole-workflow.ts'

interface Block {
  /** `docs-building.md-2`: which block of which page. */
  name: string
  text: string
}

const WORKFLOWS = '.github/workflows'
let folder: string

/** Two projects: one whose actions are this checkout's, for actionlint, and one that calls them as readers do. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'image-actions-docs-'))
  for (const project of ['own', 'reader']) {
    mkdirSync(join(folder, project, WORKFLOWS), { recursive: true })
    mkdirSync(join(folder, project, '.git'))
  }
  for (const file of ourFiles('action.yml', ':(glob)*/action.yml', `${WORKFLOWS}/*.yml`)) {
    mkdirSync(dirname(join(folder, 'own', file)), { recursive: true })
    cpSync(join(checkout, file), join(folder, 'own', file))
  }
  symlinkSync(join(checkout, 'dist'), join(folder, 'own/dist'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function blocks(language: string): Block[] {
  return ourFiles('*.md').flatMap((page) =>
    blocksOf(read(page), language).map((text, index) => ({
      name: `${page.replaceAll('/', '-')}-${index + 1}`,
      text,
    })),
  )
}

function workflows(): Block[] {
  return blocks('yaml').flatMap(({ name, text }) => {
    const whole = wholeWorkflow(text)
    return whole === undefined ? [] : [{ name, text: whole }]
  })
}

function place(project: string, { name, text }: Block): string {
  const file = join(WORKFLOWS, `${name}.yml`)
  writeFileSync(join(folder, project, file), text)
  return file
}

function actionlint(written: readonly Block[]): Promise<CommandResult> {
  const files = written.map(({ name, text }) => place('own', { name, text: ofThisCheckout(text) }))
  const args = ['-no-color', '-oneline', ...files]
  return command(program('actionlint'), args, { cwd: join(folder, 'own'), anyExit: true })
}

function zizmor(written: readonly Block[]): Promise<CommandResult> {
  const files = written.map((block) => place('reader', block))
  const config = join(import.meta.dirname, 'zizmor.yml')
  const args = ['--offline', '--no-progress', '--quiet', '--persona', 'regular', '--config', config, ...files]
  return command(program('zizmor'), args, { cwd: join(folder, 'reader'), anyExit: true })
}

function shellcheck({ name, text }: Block): Promise<CommandResult> {
  const file = join(folder, `${name}.sh`)
  writeFileSync(file, text)
  return command(program('shellcheck'), ['--shell=bash', '--format=gcc', file], { anyExit: true })
}

const CLEAN = { exitCode: 0, stdout: '', stderr: '' }

describe('the YAML on the pages', () => {
  test('is a workflow, a part of one, or a check file', () => {
    expect(blocks('yaml').filter(({ text }) => kindOf(text) === undefined)).toEqual([])
    expect(workflows().length).toBeGreaterThan(30)
  })

  test('is clean to actionlint, with the inputs, secrets and outputs that we have', async () => {
    expect(await actionlint(workflows())).toEqual(CLEAN)
  })

  test('is clean to zizmor', async () => {
    const { exitCode, stdout } = await zizmor(workflows())
    expect([exitCode, exitCode === 0 ? '' : stdout]).toEqual([0, ''])
  })
})

test('the shell commands on the pages are clean to shellcheck', async () => {
  const found = await Promise.all(blocks('sh').map(shellcheck))
  expect(found.length).toBeGreaterThan(10)
  expect(found.map(({ stdout, stderr }) => stdout + stderr).filter((said) => said !== '')).toEqual([])
})

describe('what the tests above rely on', () => {
  const call = 'jobs: { a: { uses: org/image-actions/.github/workflows/build-images.yml@v1, '

  test.each([
    ['an input that is not there', `${call}with: { imgae: app } } }`, 'input "imgae" is not defined'],
    ['an input of another type', `${call}with: { retries: often } } }`, 'typed as number'],
    ['a secret that is not there', `${call}secrets: { TOKEN: x } } }`, 'secret "TOKEN" is not defined'],
    ['an input of an action', 'steps: [{ uses: org/image-actions/build@v1, with: { leggs: x } }]', '"leggs"'],
    ['one of a part of a call', 'with: { platform: linux/amd64 }', 'input "platform" is not defined'],
    [
      'an output that is not there',
      `steps: [{ id: it, uses: org/image-actions@v1 }, { run: "echo \${{ steps.it.outputs.tag }}" }]`,
      'property "tag" is not defined',
    ],
  ])('actionlint finds %s', async (_what, block, said) => {
    const { stdout } = await actionlint([{ name: 'bad', text: wholeWorkflow(block) ?? '' }])
    expect(stdout).toContain(said)
  })

  test('zizmor finds a title that is run, through what the examples are allowed', async () => {
    const text = wholeWorkflow(`steps: [{ run: "echo \${{ github.event.issue.title }}" }]`) ?? ''
    const { exitCode, stdout } = await zizmor([{ name: 'bad', text }])
    expect([exitCode, stdout]).toEqual([14, expect.stringContaining('template-injection')])
  })

  test('shellcheck finds what falls apart', async () => {
    expect((await shellcheck({ name: 'bad', text: 'rm $1\n' })).stdout).toContain('SC2086')
  })

  test.each([
    ['a list', '- a\n'],
    ['a fragment', 'registries: ghcr.io/acme\n'],
    ['nothing', ''],
  ])('%s has to be said what it is', (_what, block) => {
    expect(kindOf(block)).toBeUndefined()
  })
})
