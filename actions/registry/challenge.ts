/** What a 401 asks for. */
export interface Challenge {
  scheme: string
  parameters: Readonly<Record<string, string>>
}

const PARAMETER = String.raw`([\w!#$%&'*+.^|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))`
const PART = new RegExp(String.raw`[\s,]*(?:${PARAMETER}|([A-Za-z][\w-]*))`, 'y')

/** Reads WWW-Authenticate, where several challenges may stand in a row; scheme and names come in lower case. */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = []
  const part = new RegExp(PART)
  for (let match = part.exec(header); match; match = part.exec(header)) {
    const [, name, quoted, bare, scheme] = match
    if (scheme !== undefined) challenges.push({ scheme: scheme.toLowerCase(), parameters: {} })
    const current = challenges.at(-1)
    if (name === undefined || !current) continue
    current.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? ''
  }
  return challenges
}
