import { COMMANDS } from '../actions/pipeline/commands.ts'

const TABLE = /<!-- commands -->\n[\s\S]*?<!-- \/commands -->/g

/** The given text with the table of the command line's commands. */
export function fillCommands(text) {
  return text.replace(TABLE, () => `<!-- commands -->\n${tableOf(COMMANDS)}\n<!-- /commands -->`)
}

function tableOf(commands) {
  const rows = commands.map(({ name, positionals, summary }) => {
    const words = `${name} ${positionals}`.trim().replaceAll('|', '\\|')
    return `| \`${words}\` | ${summary} |`
  })
  return ['| Command | What it does |', '| --- | --- |', ...rows].join('\n')
}
