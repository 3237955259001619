import type { Lock } from '../lock/lock.ts'
import type { PinnedPackage } from '../snapshot.ts'

/** A node that is switched on, with what it wants of Python. */
export interface PackageNode {
  /** What errors call it. */
  name: string
  folder: string
  /** Its commit or version. */
  pin: string
  /** Its install.py may run. */
  script: boolean
  /** It was just put there, so what its install.py once left behind has gone. */
  changed: boolean
}

export interface PackagesJob {
  /** Where `.snapshot-restored.json` is: the folder custom_nodes. */
  folder: string
  python: string
  packages: readonly PinnedPackage[]
  nodes: readonly PackageNode[]
  /** Requirements files beside the nodes' own. */
  requirements: readonly string[]
  /** Given, and not empty: exactly these are installed, and nothing is resolved. */
  lock?: Lock['packages']
}
