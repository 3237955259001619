/**
 * What the runner hides once it knows a value as a secret: the value itself, and what it becomes in JSON, in a URL, in XML and
 * in base64, wherever in a longer text it began. An output that holds any of these is dropped without a word.
 */
function maskedForms(value: string): string[] {
  const bytes = Buffer.from(value)
  const forms = [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ...[0, 1, 2].map((shift) => bytes.subarray(shift).toString('base64')),
  ]
  return [...new Set(forms)].filter((form) => form !== '')
}

export function wouldBeMasked(output: string, value: string): boolean {
  return value !== '' && maskedForms(value).some((form) => output.includes(form))
}

/** For names, whose case registries and people change. */
export function mentions(name: string, value: string): boolean {
  return value !== '' && name.toLowerCase().includes(value.toLowerCase())
}
