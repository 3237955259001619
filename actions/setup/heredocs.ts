/** An instruction on one line: continuations joined, comments gone. */
const INSTRUCTION = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s+(.*)$/is
/** A word that begins a heredoc: `<<EOF`, `<<-"EOF"`, `3<<EOF`; not `<<<`, not `$((1<<2))`. */
const HEREDOC = /^\d*<<-?[^<\s]+$/

/** Whether a Containerfile feeds RUN, COPY or ADD from lines of its own. */
export function usesHeredocs(containerfile: string): boolean {
  return instructions(containerfile).some((line) => {
    const operands = INSTRUCTION.exec(line)?.[1]
    return operands !== undefined && words(operands).some((word) => HEREDOC.test(word))
  })
}

/** Comment lines vanish also between continued lines, as the builders read them. */
function instructions(text: string): string[] {
  const continuation = escapeCharacter(text)
  const found: string[] = []
  let open = ''
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^\s*#/.test(line)) continue
    const trimmed = line.trimEnd()
    if (trimmed.endsWith(continuation)) {
      open += `${trimmed.slice(0, -1)} `
    } else {
      found.push(open + line)
      open = ''
    }
  }
  return open === '' ? found : [...found, open]
}

/** The directive `# escape` counts only among the comments at the very top. */
function escapeCharacter(text: string): string {
  const top = /^(?:[ \t]*#[^\r\n]*(?:\r\n?|\n|$))*/.exec(text)?.[0] ?? ''
  return /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*([`\\])[ \t]*$/im.exec(top)?.[1] ?? '\\'
}

/** Splits as a shell would: blanks in quotes or after a backslash belong to the word; `#` begins a comment. */
function words(text: string): string[] {
  const found: string[] = []
  for (const word of text.match(/(?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s])+/gs) ?? []) {
    if (word.startsWith('#')) break
    found.push(word)
  }
  return found
}
