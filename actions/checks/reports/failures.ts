import { UserError } from '../../base/errors.ts'
import type { LocatedResult, Verification } from '../verification.ts'
import { clean, shortened } from './facts.ts'

/** An annotation holds 64 KiB; nobody reads as much. */
const MOST = 2000

/** Why a verification is no success, each with its line of the check file; where nothing failed, what was left open. */
export function failuresOf({ results }: Pick<Verification, 'results'>): UserError[] {
  const failed = results.filter(({ status }) => status === 'failed')
  const open = results.filter(({ status }) => status === 'unchecked')
  return failed.length > 0 ? failed.map(failure) : open.map(uncheckedError)
}

function failure({ name, finding, place }: LocatedResult): UserError {
  const told = finding
    ? `: expected ${said(finding.expected)}, but found ${said(finding.actual)}.`
    : ' failed.'
  const hint = finding?.hint
  return new UserError('IMG7401', `${clean(name)}${told}`, {
    place,
    hint: clean(hint ?? 'Mend the image, or what this line of the check file expects of it.'),
  })
}

function uncheckedError({ name, reason, place }: LocatedResult): UserError {
  return new UserError('IMG7402', `${clean(name)} was not checked: ${said(reason ?? '')}.`, {
    hint: 'Verify the image where its Containerfile and its build context are.',
    place,
  })
}

/** In a sentence of ours, which has a full stop of its own. */
function said(text: string): string {
  return shortened(clean(text).replace(/\.$/, ''), MOST)
}
