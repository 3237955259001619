import { packageNameOf } from '../names.ts'
import type { PinnedPackage } from '../snapshot.ts'
import { faultOfHost, login } from './addresses.ts'
import { type Objection, shown } from './remark.ts'

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:\\[[A-Za-z0-9._,-]*\\])?'
const CLAUSE = '(?:===?|~=|!=|<=?|>=?)[A-Za-z0-9*][A-Za-z0-9.*+!_-]*'
const REQUIREMENT = new RegExp(`^${NAME}(?:${CLAUSE}(?:,${CLAUSE})*)?$`)
const NAMED = new RegExp(`^${NAME}$`)
const FORM = 'Write "name==version": "", as pip freeze does, or "name": "https://…".'

export function faultOfPackage(
  { requirement, address }: PinnedPackage,
  allowHosts: readonly string[],
): Objection | undefined {
  if (requirement.startsWith('-'))
    return {
      code: 'IMG8222',
      message: `"${shown(requirement)}" is no package, but an option that pip would obey.`,
      hint: FORM,
    }
  if (isOfThisMachine({ requirement, address })) return undefined
  if (address !== '') return faultOfAddress(requirement, address, allowHosts)
  return REQUIREMENT.test(requirement)
    ? undefined
    : { code: 'IMG8233', message: `"${shown(requirement)}" is no package at a version.`, hint: FORM }
}

/** What pip installed from a folder of the machine on which the snapshot was saved; no other machine can. */
export function isOfThisMachine({ requirement, address }: PinnedPackage): boolean {
  return /^file:/i.test(address) && NAMED.test(requirement)
}

export function isPinned({ requirement, address }: PinnedPackage): boolean {
  return address === ''
    ? /^[^=<>!~]+===?[^*,]+$/.test(requirement)
    : !/^git\+/.test(address) || /@[0-9a-f]{40}(?:#|$)/i.test(address)
}

function faultOfAddress(name: string, text: string, allowHosts: readonly string[]): Objection | undefined {
  if (!NAMED.test(name))
    return {
      code: 'IMG8233',
      message: `"${shown(name)}" has an address, but is not a package's name alone.`,
      hint: FORM,
    }
  const credentials = login(text)
  if (credentials) return credentials
  const url = /[\s\\]/.test(text) ? null : URL.parse(text.replace(/^git\+/i, ''))
  if (url?.protocol !== 'https:' || url.hostname === '')
    return {
      code: 'IMG8233',
      message: `${packageNameOf(name)} comes from "${shown(text)}", which is not reached by https.`,
      hint: 'Write https://… or git+https://…@commit.',
    }
  return faultOfHost(url.host, `${url.protocol}//${url.host}${url.pathname}`, allowHosts)
}
