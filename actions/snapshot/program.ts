import { resolve } from 'node:path'
import { InputError } from '../base/errors.ts'
import type { Paint } from '../base/paint.ts'
import { coloursOf } from '../runner/colours.ts'
import { exampleText, inputText, JSON_OPTION, optionText } from '../runner/command-line/help-text.ts'
import { optionReader } from '../runner/command-line/manifest-inputs.ts'
import { parseOptions, together } from '../runner/command-line/options.ts'
import { explain, outliveReaders, stopSignal } from '../runner/command-line/process.ts'
import { openTerminal } from '../runner/terminal.ts'
import { modesText, SNAPSHOT_EXAMPLES } from './examples.ts'
import { runSnapshot } from './main.ts'
import { snapshotInputs } from './manifest.ts'
import { snapshotWords } from './words.ts'

/** Where builds find it. */
const NAME = 'node cli.js'

/** 0: done; 1: something failed, or is not as the snapshot says; 2: an input or the file is wrong; 130: interrupted. */
export async function main(args: readonly string[]): Promise<number> {
  outliveReaders()
  try {
    const line = parseOptions(args, snapshotInputs(), { asks: false, takesWords: true })
    if (line.others.help || line.words[0] === 'help') {
      process.stdout.write(help(coloursOf(process.stdout)))
      return 0
    }
    return await run(together(line.inputs, snapshotWords(line.words)), line.others)
  } catch (error) {
    return explain(error, 1)
  }
}

async function run(
  inputs: Record<string, string>,
  { json, checkout, trace }: { json: boolean; checkout: string | undefined; trace: boolean },
): Promise<number> {
  if (!inputs.mode)
    throw new InputError('IMG8001', 'No mode is given.', {
      hint: 'Begin with one of them: --help lists all.',
    })
  const terminal = openTerminal(optionReader(snapshotInputs(), inputs, process.env), {
    signal: stopSignal(),
    workspace: resolve(checkout ?? '.'),
    trace,
    checkout: 'none',
    log: json ? 'stderr' : 'stdout',
    asks: false,
  })
  try {
    const { document, text, error, told } = await runSnapshot(terminal.runner)
    terminal.print(json ? `${JSON.stringify(document, null, 2)}\n` : text)
    return error === undefined ? 0 : told && !json ? 1 : explain(error, 1)
  } finally {
    terminal.close()
  }
}

function help(paint: Paint): string {
  const title = (text: string) => paint('heading', text)
  const examples = SNAPSHOT_EXAMPLES.map(([what, words]) => exampleText([what, `${NAME} ${words}`]))
  return `Pins ComfyUI's custom nodes, restores what is pinned, and proves it

${title('Usage')}
  ${NAME} MODE [options]

${title('Modes')}
${modesText()}
${title('Examples')}
${examples.join('\n')}
It ends with 0 when all is done, 1 when something failed or is not as the
snapshot says, 2 when an option or the snapshot itself is wrong, so that nothing
was begun, and 130 when it was interrupted.

${title('Options')}
${optionText('checkout FOLDER', 'The folder that paths are relative to; the current one unless given.')}${optionText('json', JSON_OPTION)}${snapshotInputs().map(inputText).join('')}`
}
