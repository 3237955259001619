/** What keeps a release from being made, each with what to do; everything else that is thrown is a mistake of ours. */
export class Refusal extends Error {
  readonly reasons: readonly string[]

  constructor(...reasons: readonly string[]) {
    super(reasons.join('\n'))
    this.name = 'Refusal'
    this.reasons = reasons
  }
}
