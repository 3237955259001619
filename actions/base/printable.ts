/** Text from outside on one line of a terminal: control characters, which could command it, and line breaks of every kind are dropped. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}

/** `https://user:password@host/…` without whom it would log in as: such a text is told in errors and logs. */
export function withoutLogin(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//')
}

/** What another program said last, so that a sentence of ours can end with it. */
export function sentence(text: string): string {
  if (text === '') return 'It said nothing.'
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
