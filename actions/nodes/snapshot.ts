/** What an installation of ComfyUI consists of, as a snapshot file says it: in one order, each thing once. */
export interface Snapshot {
  /** ComfyUI's own commit; null: the file doesn't say. */
  comfyui: string | null
  git: readonly GitNode[]
  registry: readonly RegistryNode[]
  files: readonly FileNode[]
  packages: readonly PinnedPackage[]
}

/** A custom node that is a git repository. */
export interface GitNode {
  /** In its normal form: `https://github.com/owner/name`. */
  url: string
  /** 40 hex digits; a branch or a tag only where that is allowed, until it is pinned. */
  commit: string
  disabled: boolean
}

/** A custom node of ComfyUI's own registry, by version. */
export interface RegistryNode {
  id: string
  version: string
}

/** A custom node that is a single file. */
export interface FileNode {
  filename: string
  disabled: boolean
}

/** A line of `pip freeze`: `six==1.16.0`, or a name with the address it came from. */
export interface PinnedPackage {
  requirement: string
  /** Empty, save for `name @ address`. */
  address: string
}
