import type { RegistryDouble } from '../registry/index.ts'
import type { TokenRights } from './access.ts'
import type { GraphRepository } from './graph.ts'
import type { AccountType } from './objects.ts'

/** What the routes share. */
export interface Github {
  repositories: Record<string, GraphRepository>
  /** Accounts that are no plain users. */
  accounts: Record<string, AccountType>
  tokens: Record<string, TokenRights>
  /** Whose manifests are the package versions. */
  registry: RegistryDouble | undefined
  /** Downloads by digest: more than 5000 of a public version forbid its deletion. */
  downloads: Map<string, number>
  /** Package names that are private; the others are public. */
  privatePackages: Set<string>
  /** Milliseconds until a new version appears in the list. */
  listLag: number
}
