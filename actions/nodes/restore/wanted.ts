import type { Installation } from '../installation.ts'
import { nodeFolder } from '../installation.ts'
import { folderNameOf, shortPin } from '../names.ts'
import type { GitNode, RegistryNode, Snapshot } from '../snapshot.ts'

/** A node as it is to be. */
export interface WantedNode {
  /** Of its folder. */
  name: string
  disabled: boolean
  folder: string
  source: GitNode | RegistryNode
}

export function wantedNodes(snapshot: Snapshot, to: Pick<Installation, 'nodes'>): WantedNode[] {
  const git = snapshot.git.map((source) => ({ source, disabled: source.disabled }))
  const registry = snapshot.registry.map((source) => ({ source, disabled: false }))
  return [...git, ...registry].map(({ source, disabled }) => {
    const name = folderNameOf(source)
    return { name, disabled, source, folder: nodeFolder(to, name, disabled) }
  })
}

/** Its commit or its version. */
export function pinOf({ source }: WantedNode): string {
  return 'url' in source ? source.commit : source.version
}

/** As a log has it: `at 3f20054`, `in version 1.2.0`. */
export function pinPhrase({ source }: WantedNode): string {
  return 'url' in source ? `at ${shortPin(source.commit)}` : `in version ${source.version}`
}

/** Whether its install.py may run, which may leave files behind. */
export function mayRun(installScripts: 'never' | 'all' | readonly string[], name: string): boolean {
  return installScripts === 'all' || (installScripts !== 'never' && installScripts.includes(name))
}
