import { plain, table } from '../../base/markdown.ts'
import { textTable } from '../../base/text-table.ts'
import type { Verification } from '../../nodes/prove/verify.ts'
import { counted } from './counts.ts'

const HEAD = ['What', 'Differs in', 'Expected', 'Found'] as const

export function verifiedText(verification: Verification): string {
  const { mismatches } = verification
  const rows = mismatches.map(({ subject, what, expected, actual }) => [subject, what, expected, actual])
  return `${[`${headline(verification)}.`, ...(rows.length === 0 ? [] : ['', textTable(HEAD, rows)])].join('\n')}\n`
}

export function verifiedMarkdown(verification: Verification): string {
  const rows = verification.mismatches.map(({ subject, what, expected, actual }) =>
    [subject, what, expected, actual].map(plain),
  )
  return [`## ${plain(headline(verification))}`, ...(rows.length === 0 ? [] : [table(HEAD, rows)])].join(
    '\n\n',
  )
}

function headline({ checked, mismatches }: Verification): string {
  const count = (what: Verification['checked'][number]['what']) =>
    checked.filter((each) => each.what === what).length
  const core = count('core') > 0 ? 'ComfyUI, ' : ''
  const nodes = counted(count('node') + count('file'), 'node')
  const packages = count('package') > 0 ? ` and ${counted(count('package'), 'package')}` : ''
  const looked = `${core}${nodes}${packages}`
  return mismatches.length === 0
    ? `${looked} are as the snapshot says`
    : `${counted(mismatches.length, 'mismatch').replace('mismatchs', 'mismatches')} in ${looked}`
}
