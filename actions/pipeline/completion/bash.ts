import type { CompletedCommand } from './grammar.ts'

/** Where nothing of ours fits, bash offers files. What stands behind `=` is a word of its own to bash. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return `# image-actions completion for bash
_image_actions() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  local options='' words='' valued='' values=''
  if [[ $word == '=' ]]; then
    word=''
  elif [[ $before == '=' ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  case $command in
${commands.map(commandCase).join('\n')}
  esac
  if ((COMP_CWORD == 1)); then
    words='${[...commands.map(({ name }) => name), 'help'].join(' ')}'
  elif [[ -n $values ]]; then
    words=$values
  elif [[ " $valued " == *" $before "* ]]; then
    return
  elif [[ $word == -* ]]; then
    words=$options
  fi
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}
complete -o default -F _image_actions image-actions
`
}

function commandCase({ name, options, words }: CompletedCommand): string {
  const listed = (some: readonly { name: string }[]) => some.map((option) => `--${option.name}`).join(' ')
  const values = options
    .filter((option) => option.values.length > 0)
    .map((option) => `        --${option.name}) values='${option.values.join(' ')}' ;;\n`)
  return `    ${name})
      options='${listed(options)}'
      valued='${listed(options.filter(({ takesValue }) => takesValue))}'
      words='${words.join(' ')}'
      case $before in
${values.join('')}      esac
      ;;`
}
