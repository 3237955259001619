export type State = 'ok' | 'warning' | 'problem'

/** One thing that was looked at. */
export interface Finding {
  what: string
  /** warning: it works, but worse than it could, or not for everybody; problem: something won't work. */
  state: State
  found: string
  /** What to do; empty where nothing has to be done. */
  advice: string
}

export function ok(what: string, found: string): Finding {
  return { what, state: 'ok', found, advice: '' }
}

export function warning(what: string, found: string, advice: string): Finding {
  return { what, state: 'warning', found, advice }
}

export function problem(what: string, found: string, advice: string): Finding {
  return { what, state: 'problem', found, advice }
}
