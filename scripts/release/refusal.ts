/** What keeps a release from being made, each reason with what to do; all else that is thrown is a mistake of ours. */
export class Refusal extends Error {
  readonly reasons: readonly string[]

  constructor(reasons: string | readonly string[], options?: ErrorOptions) {
    const all = typeof reasons === 'string' ? [reasons] : reasons
    super(all.join('\n'), options)
    this.name = 'Refusal'
    this.reasons = all
  }
}
