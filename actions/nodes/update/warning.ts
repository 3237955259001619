/** What a person has to look at before an update is taken. */
export interface Warning {
  /** A node by its name. */
  subject: string
  /** A sentence, without the subject. */
  text: string
  /** Lines of a file, with `+` or `-` before each. */
  lines: readonly string[]
}

export function warning(subject: string, text: string, lines: readonly string[] = []): Warning {
  return { subject, text, lines }
}
