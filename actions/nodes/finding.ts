/** Something that is not as the snapshot or its lock says. */
export interface Mismatch {
  /** A node by its folder's name, `ComfyUI`, or a package by its name. */
  subject: string
  /** In a few words: `commit`, `files`, `submodule inner`, `disabled`, `extra`, `missing`, `version` … */
  what: string
  expected: string
  actual: string
}
