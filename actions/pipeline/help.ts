import { type Paint, unpainted } from '../base/paint.ts'
import { exampleText, inputText, JSON_OPTION, optionText } from '../runner/command-line/help-text.ts'
import { modesText } from '../snapshot/examples.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'

/** What the commands have in common, and the inputs of none. */
const CHECKOUT = {
  needed: 'The git checkout; the current folder unless given.',
  other:
    'A git checkout that tells which repository is meant; the current folder unless given. None is needed.',
}
const YES = 'Asks nobody before it changes anything.'
const TRACE = 'Tells every request to a registry, its status and its time.'

/** Every command has more of its own. */
const MOST_EXAMPLES = 5

/** All commands, one line each. */
export function programHelp(paint: Paint = unpainted): string {
  const usage = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}\n`)
  const examples = COMMANDS.slice(0, MOST_EXAMPLES).map(({ examples: [first = ['']] }) => exampleText(first))
  return `Container images: verified, published, cleaned up after, rolled back; and the
custom nodes that go into them

${paint('heading', 'Usage')}
  npx image-actions COMMAND [options]     wherever it is installed
  npm start -- COMMAND [options]          in a clone; installs what is missing
  npx image-actions --version             which release it is of

${paint('heading', 'Commands')}
${usage.join('')}
${paint('heading', 'Examples')}
${examples.join('\n')}
Every command has its own --help.
It ends with 0 when all is done, 1 when something failed, 2 when the command, an
option or its value is wrong, so that nothing was begun, and 130 when it was
interrupted. verify ends with 1 when a check failed, and with 2 when it could
not verify at all.
`
}

/** Every input of the action is an option; what must not be seen in a process list is read from a variable as well. */
export function commandHelp(command: Command, paint: Paint = unpainted): string {
  const title = (text: string) => paint('heading', text)
  return `${command.summary}

${title('Usage')}
${usage(command)}
${command.name === 'snapshot' ? `${title('Modes')}\n${modesText()}\n` : ''}${title('Examples')}
${command.examples.map(exampleText).join('\n')}
${title('Options')}
${general(command)}${command.inputs().map(inputText).join('')}`
}

function usage({ name, positionals }: Command): string {
  if (name !== 'run') return `  npx image-actions ${name} [options] ${positionals}`.trimEnd().concat('\n')
  return `  npx image-actions run [options]                 your own image
  npm start -- --checkout FOLDER [options]        the same, in a clone
  npm start                                       an example, on loopback
  npx image-actions --help                        the other commands
`
}

function general({ needsCheckout, asksUnless }: Command): string {
  const options = [
    ['checkout FOLDER', CHECKOUT[needsCheckout ? 'needed' : 'other']],
    ...(asksUnless === undefined ? [] : [['yes', YES]]),
    ['json', JSON_OPTION],
    ['trace', TRACE],
  ]
  return options.map(([option = '', meaning = '']) => optionText(option, meaning)).join('')
}
