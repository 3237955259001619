// What GitHub's runner does with each line of a step's output, as far as commands go: its ActionCommand and
// ActionCommandManager, rule by rule, so that what is hostile to them is hostile here.

export interface Command {
  name: string
  data: string
}

/** What the runner carries out; it takes a command that it doesn't know for text. */
const KNOWN = [
  ...[
    'add-mask',
    'add-matcher',
    'add-path',
    'debug',
    'echo',
    'endgroup',
    'error',
    'group',
    'internal-set-repo-path',
  ],
  ...['notice', 'remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
]
/** Only these end a line for the runner's reader. */
const LINE_END = /\r\n|\r|\n/
/** What .NET trims: Unicode's white space. Unlike JavaScript's it holds NEL, and no byte order mark. */
const WHITE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

/** Feeds lines to the runner's rules and returns the commands it would carry out. */
export function commandsIn(text: string): Command[] {
  const known = new Set(KNOWN)
  const carriedOut: Command[] = []
  let stop = ''
  for (const line of text.split(LINE_END)) {
    const command = newStyle(line, known) ?? oldStyle(line, known)
    if (!command) continue
    const { name, data } = command
    if (stop !== '') {
      if (name !== stop) continue
      known.delete(stop)
      stop = ''
    } else if (name === 'stop-commands') {
      // Names are compared without regard to case.
      stop = data.toLowerCase()
      known.add(stop)
    } else carriedOut.push(command)
  }
  return carriedOut
}

/** `::name properties::data`, with nothing but white space before. */
function newStyle(line: string, known: ReadonlySet<string>): Command | undefined {
  const text = line.replace(WHITE, '')
  const end = text.indexOf('::', 2)
  if (!text.startsWith('::') || end < 0) return undefined
  return commandOf(text.slice(2, end), text.slice(end + 2), known)
}

/** `##[name properties]data`, anywhere in a line. */
function oldStyle(line: string, known: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  return commandOf(line.slice(start + 3, end), line.slice(end + 1), known)
}

function commandOf(head: string, data: string, known: ReadonlySet<string>): Command | undefined {
  const name = (head.split(' ', 1)[0] ?? '').toLowerCase()
  return known.has(name) ? { name, data } : undefined
}
