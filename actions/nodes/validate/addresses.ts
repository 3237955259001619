import type { ErrorCode } from '../../base/errors.ts'
import { hostOf, normalUrl, ownerOf } from '../names.ts'
import { faultOfName } from './places.ts'
import { type Objection, shown } from './remark.ts'

export interface Allowed {
  allowHosts: readonly string[]
  allowOwners: readonly string[]
}

const FORM = 'Write https://host/owner/name.'

function refusal(code: ErrorCode, message: string, hint = FORM): Objection {
  return { code, message, hint }
}

/** What is wrong with the address of a repository, as it is written. */
export function faultOfRepository(text: string, allowed: Allowed): Objection | undefined {
  const url = normalUrl(text)
  return (
    hostile(text) ??
    login(text) ??
    (url === undefined ? noRepository(text) : (faultOfPath(url) ?? outside(url, allowed)))
  )
}

/** What git would take for something else than an address. */
function hostile(text: string): Objection | undefined {
  if (/^\s*-/.test(text))
    return refusal('IMG8222', `"${shown(text)}" is no address, but an option that git would obey.`)
  const transport = /^\s*([\w+.-]*)::/.exec(text)?.[1]
  if (transport === undefined) return undefined
  const message = `"${shown(text)}" takes git's transport "${transport}", which can run any program.`
  return refusal('IMG8222', message)
}

/** Git's own account of ssh is no secret; whatever else stands before the host may be. */
export function login(text: string): Objection | undefined {
  const hasLogin = /^\s*(?:[a-z+]+:)?\/\/[^/\s]*@/i.test(text)
  if (!hasLogin || /^\s*(?:git\+)?ssh:\/\/[\w.-]+@/i.test(text)) return undefined
  return {
    code: 'IMG8223',
    message: `The address ${shown(text)} holds a user or a password.`,
    hint: "Take it out, and make it invalid if it is one; git's credential helpers log in.",
  }
}

function noRepository(text: string): Objection {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'ssh')
    return refusal('IMG8221', `"${shown(text)}" is reached by ${scheme}, which proves nobody's identity.`)
  return refusal('IMG8221', `"${shown(text)}" is no address of a repository.`)
}

function faultOfPath(url: string): Objection | undefined {
  const isWhole = hostOf(url) !== 'github.com' || url.split('/').length === 5
  if (!isWhole)
    return refusal(
      'IMG8221',
      `"${url}" is no repository of GitHub's.`,
      'Write https://github.com/owner/name.',
    )
  return faultOfName(url.split('/').at(-1) ?? '', `The folder of ${url}`)
}

function outside(url: string, { allowHosts, allowOwners }: Allowed): Objection | undefined {
  const [host, owner] = [hostOf(url), ownerOf(url)]
  return (
    faultOfHost(host, url, allowHosts) ??
    (isAmong(allowOwners, [owner, `${host}/${owner}`])
      ? undefined
      : {
          code: 'IMG8224',
          message: `"${owner}", the owner of ${url}, is not allowed.`,
          hint: 'Add it to allow-owners once you trust it.',
        })
  )
}

export function faultOfHost(host: string, url: string, allowed: readonly string[]): Objection | undefined {
  if (isAmong(allowed, [host])) return undefined
  const message = `"${host}", the host of ${shown(url)}, is not allowed.`
  return { code: 'IMG8224', message, hint: 'Add it to allow-hosts once you trust it.' }
}

function isAmong(allowed: readonly string[], names: readonly string[]): boolean {
  const lower = new Set(names.map((name) => name.toLowerCase()))
  return allowed.length === 0 || allowed.some((name) => lower.has(name.toLowerCase()))
}
