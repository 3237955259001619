import { join } from 'node:path'
import { readText } from '../prove/read-text.ts'

export interface Project {
  name: string | undefined
  version: string | undefined
}

/** What pyproject.toml says that this is. */
export function projectOf(folder: string): Project {
  const text = readText(join(folder, 'pyproject.toml')) ?? ''
  const table = tableOf(text.replaceAll('\r\n', '\n'), 'project')
  return { name: textOf(table, 'name'), version: textOf(table, 'version') }
}

/** ComfyUI-Manager takes 2.5 and 2.5.0 for one version. */
export function sameVersion(one: string | undefined, other: string): boolean {
  return one !== undefined && padded(one) === padded(other)
}

function tableOf(text: string, name: string): string {
  const [, after = ''] = text.split(new RegExp(`^\\s*\\[\\s*${name}\\s*\\][^\\n]*$`, 'm'))
  return after.split(/^\s*\[/m, 1)[0] ?? ''
}

function textOf(table: string, key: string): string | undefined {
  const found = new RegExp(`^\\s*(?:${key}|"${key}")\\s*=\\s*(?:"([^"\\n]*)"|'([^'\\n]*)')`, 'm').exec(table)
  return (found?.[1] ?? found?.[2])?.trim()
}

function padded(version: string): string {
  const [, numbers = version, rest = ''] = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version.trim()) ?? []
  const parts = numbers.split('.').map((part) => part.replace(/^0+(?=\d)/, ''))
  while (parts.length < 3) parts.push('0')
  return parts.join('.') + rest
}
