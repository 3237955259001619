/** Enough to find a value again by somebody who has it, and of no use to anybody else. */
export function redacted(value: string): string {
  const text = value.trim()
  const shown = text.length < 16 ? text.slice(0, text.length < 6 ? 0 : 1) : text.slice(0, 4)
  // The beginning must not itself be half of a secret, nor break the line that it stands in.
  return `${shown.replace(/[^\w-]/g, '·')}… (${text.length} characters)`
}

/** Whether that has been done to it, though a blank may have ended it. */
export function isRedacted(value: string): boolean {
  return /^[\w·-]{0,4}…(?: \(\d+ characters\))?$/.test(value)
}
