import { isFlag, type ManifestInput, SECRET_INPUTS, variableOf } from './manifest-inputs.ts'

const WIDTH = 78

/** What every command with a report has. */
export const JSON_OPTION = 'The report as JSON on stdout, and everything else on stderr.'

/** What an example does, and its lines. */
export type Example = readonly [string, ...string[]]

export function exampleText([what, ...lines]: Example): string {
  return `  ${what}\n${lines.map((line) => `    ${line}\n`).join('')}`
}

/** An input of the action as an option; what must not be seen in a process list is read from a variable as well. */
export function inputText(input: ManifestInput): string {
  const { name, description } = input
  const value = input.default.trim().replaceAll('\n', ', ')
  const facts = [
    ...(value === '' ? [] : [`Default: ${value}`]),
    ...(SECRET_INPUTS.has(name) ? [`Better given as the variable ${variableOf(name)}.`] : []),
  ]
  return optionText(`${name} ${isFlag(input) ? '[true|false]' : 'TEXT'}`, [description, ...facts].join(' '))
}

export function optionText(option: string, meaning: string): string {
  return `  --${option}\n${wrap(meaning)}\n`
}

/** Lines of a terminal's width, behind six blanks. */
export function wrap(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] as string
    if (last.length + word.length < WIDTH - 6)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `      ${line}`).join('\n')
}
