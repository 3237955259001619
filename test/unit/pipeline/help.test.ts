import { describe, expect, test } from '@jest/globals'
import { parseCommandLine } from '../../../actions/pipeline/command-line.ts'
import { COMMANDS } from '../../../actions/pipeline/commands.ts'
import { commandHelp, programHelp } from '../../../actions/pipeline/help.ts'
import { SECRET_INPUTS } from '../../../actions/runner/command-line/manifest-inputs.ts'

const flat = (text: string) => text.replace(/\s+/g, ' ')

describe.each(COMMANDS.map((command) => ({ name: command.name, command })))(
  'the help of $name',
  ({ command }) => {
    const help = commandHelp(command)

    test('has every input of its action as an option with its description', () => {
      for (const { name, description } of command.inputs()) {
        expect(help).toMatch(new RegExp(`^ {2}--${name} (TEXT|\\[true\\|false\\])$`, 'm'))
        expect(flat(help)).toContain(flat(description))
      }
    })

    test('tells of every secret that it is better given as a variable', () => {
      const secrets = command.inputs().filter(({ name }) => SECRET_INPUTS.has(name))
      expect(secrets.length > 0).toBe(command.name !== 'completion')
      for (const { name } of secrets)
        expect(flat(help)).toContain(`the variable ${name.toUpperCase().replace('-', '_')}`)
    })

    test('has examples that are understood, with options that exist', () => {
      expect(command.examples.length).toBeGreaterThan(1)
      for (const [, ...lines] of command.examples) {
        const [, words = ''] =
          /npx image-actions (.*?)(?: >.*)?$/.exec(flat(lines.join('\n').replaceAll('\\\n', ' '))) ?? []
        const args = words.replaceAll("'", '').split(' ')
        expect(parseCommandLine(args)).toMatchObject({
          command: { name: command.name },
          inputs: expect.anything(),
        })
      }
    })
  },
)

test.each([
  ['run', 'context', '.'],
  ['run', 'format', 'docker'],
  ['verify', 'file', 'image-verify.yml'],
  ['cleanup', 'exclude-tags', 'latest, *-previous'],
  ['rollback', 'to', 'previous'],
])('%s tells the default of %s', (name, input, expected) => {
  const help = commandHelp(COMMANDS.find((command) => command.name === name)!)
  const [, description = ''] = new RegExp(`--${input} TEXT\\n((?: {6}.*\\n)*)`).exec(help) ?? []
  expect(flat(description)).toContain(`Default: ${expected} `)
})

test('the program’s help names every command, its summary, and exit codes', () => {
  for (const { name, summary } of COMMANDS)
    expect(programHelp()).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'))
  expect(flat(programHelp())).toContain('130 when it was interrupted')
  expect(flat(programHelp())).toContain('verify ends with 1 when a check failed')
})

test('lines fit a terminal, and paint marks headings only', () => {
  const texts = [programHelp(), ...COMMANDS.map((command) => commandHelp(command))]
  for (const line of texts.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  const painted = programHelp((meaning, text) => `<${meaning}>${text}</>`)
  expect(painted.match(/<heading>\w+<\/>\n/g)).toHaveLength(3)
  expect(painted.replace(/<heading>(\w+)<\/>/g, '$1')).toBe(programHelp())
})
