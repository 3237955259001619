// What GitHub's runner does with each line of a step's output, as far as commands go: ported from its documented behaviour.

export interface Command {
  name: string
  data: string
}

/** Feeds lines to the runner's rules and returns the commands it would carry out. */
export function commandsIn(text: string): Command[] {
  const carriedOut: Command[] = []
  let stop = ''
  for (const line of text.split(/\r\n|\r|\n/)) {
    const command = parse(line)
    if (!command) continue
    if (stop !== '') {
      if (command.name === stop) stop = ''
      continue
    }
    if (command.name === 'stop-commands') stop = command.data
    else carriedOut.push(command)
  }
  return carriedOut
}

function parse(line: string): Command | undefined {
  const modern = /^\s*::([^\s:]+)(?: [^:]*)?::(.*)$/.exec(line)
  if (modern) return { name: modern[1] as string, data: modern[2] as string }
  const old = /##\[([^\s\]]+)[^\]]*\](.*)$/.exec(line)
  return old ? { name: old[1] as string, data: old[2] as string } : undefined
}
