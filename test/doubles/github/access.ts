import type { Exchange } from '../exchange.ts'
import { Refusal } from '../server.ts'

export interface TokenRights {
  /** Whose token it is; an installation token (`ghs_…`) is nobody's. */
  login?: string
  /** write: a user's token that may push and restore, and delete nothing; or a workflow's whose repository is no admin. */
  packages: 'none' | 'read' | 'write' | 'admin'
  /** Of runs and their artifacts; nothing unless told. */
  actions?: 'read'
  /** Branches and what is in them; nothing may be changed unless told. */
  contents?: 'write'
  /** Pull requests, the same. */
  pulls?: 'write'
}

export function refuse(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  const documentation_url = 'https://docs.github.com/rest'
  return new Refusal(status, { message, documentation_url, status: String(status) }, headers)
}

export function requireWrite(
  rights: (TokenRights & { installation: boolean }) | undefined,
  right: 'contents' | 'pulls',
): void {
  if (rights === undefined) throw refuse(401, 'Requires authentication')
  if (rights[right] === 'write') return
  throw rights.installation ? refuse(403, 'Resource not accessible by integration') : refuse(404, 'Not Found')
}

/** Who asks; undefined without a token. */
export function rightsOf(
  exchange: Exchange,
  tokens: Readonly<Record<string, TokenRights>>,
): (TokenRights & { installation: boolean }) | undefined {
  const header = exchange.header('authorization')
  if (header === undefined) return undefined
  const token = /^(?:bearer|token) (\S+)$/i.exec(header)?.[1] ?? ''
  const rights = Object.hasOwn(tokens, token) ? tokens[token] : undefined
  if (rights === undefined) throw refuse(401, 'Bad credentials')
  return { ...rights, installation: token.startsWith('ghs_') }
}
