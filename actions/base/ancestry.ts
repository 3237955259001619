/** How two commits lie to each other, seen from the first. */
export type Relation = 'ahead' | 'behind' | 'identical' | 'diverged'

/** The history of the repository, as its host tells it: clones are shallow. */
export interface Ancestry {
  /** Where `head` stands, seen from `base`. */
  compare(base: string, head: string): Promise<Relation>
  head(branch: string): Promise<string | undefined>
  contains(branch: string, sha: string): Promise<boolean>
}
