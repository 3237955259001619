import { describe, expect, test } from '@jest/globals'
import { COMMANDS } from '../../../actions/pipeline/commands.ts'
import { type CompletedOption, grammar } from '../../../actions/pipeline/completion/grammar.ts'
import { completionScript } from '../../../actions/pipeline/completion/scripts.ts'
import { SHELLS } from '../../../actions/runner/command-line/shells.ts'

const commands = grammar()
const optionsOf = (name: string) => commands.find((command) => command.name === name)?.options ?? []

describe.each(COMMANDS.map((command) => ({ name: command.name, command })))('$name', ({ name, command }) => {
  test('is completed with every option that it has, each with a meaning', () => {
    const names = optionsOf(name).map((option) => option.name)
    expect(names).toEqual(expect.arrayContaining(command.inputs().map((input) => input.name)))
    expect(new Set(names).size).toBe(names.length)
    for (const { meaning } of optionsOf(name)) expect(meaning).toMatch(/^\S.*[.]$|^\S[^.]*$/)
  })

  test('takes the values that its descriptions list, the default among them', () => {
    for (const input of command.inputs()) {
      const { values } = optionsOf(name).find((option) => option.name === input.name) as CompletedOption
      for (const value of values)
        expect([input.name, input.description.split(/[^\w-]+/)]).toEqual([
          input.name,
          expect.arrayContaining([value]),
        ])
      if (values.length > 0 && input.default !== '') expect(values).toContain(input.default)
    }
  })
})

test.each([
  ['build', 'format', true, ['docker', 'oci']],
  ['build', 'cache', true, ['registry', 'store', 'none']],
  ['snapshot', 'cache', true, []],
  ['build', 'no-cache', false, []],
  ['cleanup', 'yes', false, []],
  ['build', 'artifacts', true, []],
])('%s --%s takes a value: %s, of %j', (command, option, takesValue, values) => {
  expect(optionsOf(command).find(({ name }) => name === option)).toMatchObject({ takesValue, values })
})

test('words are completed where they are known', () => {
  const words = Object.fromEntries(commands.map((command) => [command.name, command.words]))
  expect(words).toMatchObject({ completion: SHELLS, verify: [], run: [] })
  expect(words.snapshot).toContain('restore')
})

test.each(SHELLS)('the script for %s names every command and option', (shell) => {
  const script = completionScript({ text: (name) => (name === 'shell' ? shell : '') })
  for (const { name, options } of commands) {
    expect(script).toContain(name)
    for (const option of options) expect(script).toMatch(new RegExp(`(--|-l )${option.name}\\b`))
  }
})

test('there is none for another shell', () => {
  expect(() => completionScript({ text: () => 'csh' })).toThrow('Input "shell" is "csh".')
})
