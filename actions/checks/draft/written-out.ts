/** A text as YAML writes it on one line; `{{` stands for itself. */
export function textOf(text: string): string {
  const literal = text.replaceAll('{{', '\\{{')
  const isPlain = /^[A-Za-z/][\w./-]*$/.test(literal) && !/^(true|false|null)$/i.test(literal)
  return isPlain ? literal : JSON.stringify(literal)
}

export function listOf(items: readonly (string | number)[]): string {
  return `[${items.map((item) => (typeof item === 'number' ? item : textOf(item))).join(', ')}]`
}

/** On one line; what is undefined is left out. */
export function mappingOf(entries: Readonly<Record<string, string | number | undefined>>): string {
  const written = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${typeof value === 'number' ? value : textOf(value)}`],
  )
  return `{ ${written.join(', ')} }`
}

/** A glob of this path; what would mean something else in a glob is any character. */
export function globOf(path: string): string {
  return (path.startsWith('/') ? path : `/${path}`).replace(/[\\*?[\]{}()!+@|"]/g, '?')
}
