import { appendFileSync } from 'node:fs'

/** What a step of release.yml is given, by name; a name that is missing is a mistake in the workflow. */
export function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

export function setOutputs(outputs: Record<string, string>): void {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  append('GITHUB_OUTPUT', lines.join(''))
}

export function summarize(markdown: string): void {
  append('GITHUB_STEP_SUMMARY', `${markdown}\n\n`)
}

/** An annotation of the run; elsewhere a line. */
export function annotate(kind: 'error' | 'warning', text: string): void {
  const line = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stderr.write(process.env.GITHUB_ACTIONS ? `::${kind}::${line}\n` : `${text}\n`)
}

function append(variable: string, text: string): void {
  const file = process.env[variable]
  if (file) appendFileSync(file, text)
  else process.stdout.write(text)
}
