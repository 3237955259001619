import type { CompletedCommand, CompletedOption } from './grammar.ts'

/** Where nothing of ours fits, zsh offers files. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef image-actions
# image-actions completion for zsh
_image_actions() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if (( ! $+functions[compdef] )); then
  autoload -Uz compinit && compinit
fi
compdef _image_actions image-actions
`
}

function commandCase({ name, options, words }: CompletedCommand): string {
  const behind = words.length > 0 ? `*:word:(${words.join(' ')})` : '*:file:_files'
  const specifications = [...options.map(specification), behind]
  return `    ${name})
      _arguments \\
${specifications.map((each) => `        ${quoted(each)}`).join(' \\\n')}
      ;;`
}

/** `--name=[meaning]:value:(a b)`; brackets and colons would end a meaning. */
function specification({ name, meaning, takesValue, values }: CompletedOption): string {
  const told = meaning.replace(/[[\]:\\]/g, ' ')
  if (!takesValue) return `--${name}[${told}]`
  return `--${name}=[${told}]:value:${values.length > 0 ? `(${values.join(' ')})` : '_files'}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
