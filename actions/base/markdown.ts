/** Text from outside, as a person shall read it: no markup, no line break, nothing that ends a table's cell. */
export function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|~$&#!]/g, (character) => `\\${character}`)
}

/** The same between backticks, where nothing can be escaped reliably: what would end the span or the cell is replaced. */
export function code(text: string): string {
  return `\`${oneLine(text).replaceAll('`', "'").replaceAll('|', '¦') || ' '}\``
}

/** A block with a copy button. A line that could close the fence early loses its backticks. */
export function block(language: string, text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replaceAll('```', "'''"))
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``
}

export function link(text: string, url: string | undefined): string {
  if (url === undefined) return text
  const target = url
    .replace(/[\s<>]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  return `[${text}](${target})`
}

/** Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Folded away when there is much of it. The title stands in HTML, where Markdown's escapes mean nothing. */
export function folded(title: string, body: string): string {
  return `<details><summary>${html(title)}</summary>\n\n${body}\n\n</details>`
}

function html(text: string): string {
  return oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
