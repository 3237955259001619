/** The inputs of an action, and what main left for `post:`. */
export interface Given {
  input(name: string): string
  state(name: string): string
}

/**
 * The runner hands them over in variables, passwords among them. They are taken out of the environment, so that no child
 * inherits them and nothing that Node writes when it dies shows them.
 */
export function takeGiven(environment: Record<string, string | undefined>): Given {
  const given = new Map<string, string>()
  for (const [name, value = ''] of Object.entries(environment)) {
    if (!/^(INPUT|STATE)_/.test(name)) continue
    given.set(name, value)
    delete environment[name]
  }
  return {
    input: (name) => given.get(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`) ?? '',
    state: (name) => given.get(`STATE_${name}`) ?? '',
  }
}
