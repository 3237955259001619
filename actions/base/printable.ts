/** Text from outside on one line of a terminal: control characters, which could command it, are dropped. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}
