import type { RegistryDouble } from '../registry/index.ts'
import type { ResultsDouble } from '../results/index.ts'
import type { TokenRights } from './access.ts'
import type { GitStore } from './git-objects.ts'
import type { GraphRepository } from './graph.ts'
import type { AccountType } from './objects.ts'
import type { Pull } from './pull-objects.ts'

/** A run of a workflow, whose artifacts the results service knows by the run's id. */
export interface WorkflowRun {
  /** `owner/name` */
  repository: string
  /** Where the commit comes from; another repository for a pull request of a fork. */
  headRepository?: string
  branch: string
  sha: string
  event: string
  /** Of the workflow's file. */
  path?: string
  conclusion?: string
  created?: string
}

/** What the routes share. */
export interface Github {
  repositories: Record<string, GraphRepository>
  /** Accounts that are no plain users. */
  accounts: Record<string, AccountType>
  tokens: Record<string, TokenRights>
  /** Whose manifests are the package versions. */
  registry: RegistryDouble | undefined
  /** Downloads by digest, instead of those that the registry counted: more than 5000 of a public version forbid its deletion. */
  downloads: Map<string, number>
  /** Package names that are private; the others are public. */
  privatePackages: Set<string>
  /** Milliseconds until a new version appears in the list. */
  listLag: number
  /** By id. */
  runs: Record<string, WorkflowRun>
  /** What the runs left behind. */
  results: ResultsDouble | undefined
  /** Ids of artifacts that are listed still, and gone. */
  expiredArtifacts: Set<number>
  /** What was written through the API. */
  git: GitStore
  pulls: Pull[]
  /** A setting of the repository; true unless told. */
  workflowsMayPropose: boolean
  /** Repositories that are elsewhere now: `owner/name` to `owner/name`. */
  moved: Record<string, string>
}
