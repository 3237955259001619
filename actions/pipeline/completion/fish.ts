import type { CompletedCommand, CompletedOption } from './grammar.ts'

/** A line for each command, and one for each option of it. Where a value may be anything, fish offers files. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, words }) => [
    `complete -c image-actions -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => `${within(name)} ${optionOf(option)}`),
    ...(words.length > 0 ? [`${within(name)} -f -a ${quoted(words.join(' '))}`] : []),
  ])
  return `# image-actions completion for fish\n${lines.join('\n')}\n`
}

function within(command: string): string {
  // A word further behind, as in "snapshot verify", is no command.
  return `complete -c image-actions -n 'contains -- ${command} (commandline -opc)[2]'`
}

function optionOf({ name, meaning, takesValue, values }: CompletedOption): string {
  const value = values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : takesValue ? ' -r' : ''
  return `-l ${name}${value} -d ${quoted(meaning)}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
