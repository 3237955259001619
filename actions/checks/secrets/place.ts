/** Where a secret lies, without a word of what it says. */
export interface SecretPlace {
  /** The rule that found it, as an allow list names it. */
  rule: string
  /** Of a file in a layer. */
  path?: string
  /** Of a variable or a label. */
  name?: string
}
