import type { Installation } from '../installation.ts'
import type { Lock } from '../lock/lock.ts'
import type { Snapshot } from '../snapshot.ts'

export interface RestoreJob {
  snapshot: Snapshot
  lock?: Lock
  to: Installation
  /** Folder with bare repositories, which is filled by what is fetched. */
  cache?: string
  /** How many nodes are fetched at a time. */
  jobs: number
  /** What becomes of nodes that the snapshot doesn't have. */
  extras: 'disable' | 'remove' | 'keep' | 'fail'
  /** Folder with nodes that are single files. */
  files?: string
  /** Whose install.py may run: nodes by the names of their folders. */
  installScripts: 'never' | 'all' | readonly string[]
  /** Requirements files beside the nodes' own. */
  requirements: readonly string[]
  /** Address of ComfyUI's registry. */
  registry: string
  /** What submodules and archives may come from; empty: any. */
  allowHosts: readonly string[]
}

export type Outcome = 'unchanged' | 'fetched' | 'moved' | 'enabled' | 'disabled'

export interface RestoredNode {
  /** Of its folder; `ComfyUI` for the core. */
  name: string
  outcome: Outcome
  /** Of a git node. */
  commit?: string
  /** Of a registry node. */
  version?: string
}

export interface RestoreReport {
  steps: { name: string; milliseconds: number; what: string }[]
  nodes: RestoredNode[]
  /** What the snapshot doesn't have, by name. */
  extras: string[]
  packages: 'unchanged' | 'installed' | 'left alone'
}
