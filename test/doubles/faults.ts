export type Fault =
  /** Answers at once; with `late` only after the request has taken effect, as a gateway that lost the answer. */
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string; late?: boolean }
  /** The connection breaks once this many bytes of the request's body have arrived. */
  | { kind: 'reset-request'; after: number }
  /** The request takes effect; its answer breaks off after this many bytes of body (0: not even a status). */
  | { kind: 'reset-response'; after: number }
  | { kind: 'delay'; milliseconds: number }
  /** Docker-Content-Digest names another digest. */
  | { kind: 'wrong-digest' }
  /** One byte of the answer's body differs. */
  | { kind: 'corrupt-body' }
  /** Every token given out so far is void. */
  | { kind: 'expired-token' }
  /** A list ends after this many items, and no link leads on. */
  | { kind: 'short-page'; items: number }
  /** No answer, until the server closes. */
  | { kind: 'hang' }

export type FaultKind = Fault['kind']

const KINDS: ReadonlySet<string> = new Set<FaultKind>([
  'status',
  'reset-request',
  'reset-response',
  'delay',
  'wrong-digest',
  'corrupt-body',
  'expired-token',
  'short-page',
  'hang',
])

export interface FaultRule {
  method?: string
  /** A regular expression over path and query. */
  path?: string
  /** The first match it strikes, counted from 1. */
  nth?: number
  /** How many matches in a row it strikes: once unless told; 0 for ever. */
  times?: number
  fault: Fault
}

interface Counted {
  rule: FaultRule
  pattern: RegExp
  seen: number
}

/** The rules a server breaks its own behaviour by. Of several that match, all strike. */
export class Faults {
  #rules: Counted[] = []

  add(...rules: readonly FaultRule[]): void {
    for (const rule of rules) {
      if (!KINDS.has(rule.fault?.kind)) throw new TypeError(`Unknown fault: ${JSON.stringify(rule)}`)
      this.#rules.push({ rule, pattern: new RegExp(rule.path ?? ''), seen: 0 })
    }
  }

  clear(): void {
    this.#rules = []
  }

  /** The faults that strike this request; counts it. */
  strike(method: string, path: string): Fault[] {
    return this.#rules.filter((counted) => strikes(counted, method, path)).map(({ rule }) => rule.fault)
  }
}

function strikes(counted: Counted, method: string, path: string): boolean {
  const { rule, pattern } = counted
  if (rule.method !== undefined && rule.method !== method) return false
  if (!pattern.test(path)) return false
  counted.seen += 1
  const first = rule.nth ?? 1
  const last = rule.times === 0 ? Infinity : first + (rule.times ?? 1) - 1
  return counted.seen >= first && counted.seen <= last
}
