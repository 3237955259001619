import type { Mismatch } from '../finding.ts'

/** Holds a registry node's folder against its version; empty: as it should be. */
export async function proveArchive(node: {
  id: string
  version: string
  folder: string
  generated: boolean
}): Promise<Mismatch[]> {
  throw new Error(`not there yet: ${node.id}`)
}
