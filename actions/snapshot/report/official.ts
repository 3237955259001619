import { plain, table } from '../../base/markdown.ts'
import type { Official } from '../../nodes/comfy-cli/restore.ts'
import { counted } from './counts.ts'

const HEAD = ['What', 'Differs in', 'Expected', 'comfy-cli left'] as const

export function officialText({ wrong }: Official): string {
  if (wrong.length === 0) return 'comfy-cli left everything as the snapshot says.\n'
  const subjects = [...new Set(wrong.map(({ subject }) => subject))]
  return `comfy-cli got ${counted(wrong.length, 'thing')} wrong, in ${subjects.join(', ')}; that is put right.\n`
}

export function officialMarkdown(official: Official): string {
  const rows = official.wrong.map(({ subject, what, expected, actual }) =>
    [subject, what, expected, actual].map(plain),
  )
  return [plain(officialText(official).trim()), ...(rows.length === 0 ? [] : [table(HEAD, rows)])].join(
    '\n\n',
  )
}
