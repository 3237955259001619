import { join } from 'node:path'

/** Where a snapshot is restored to, saved from or held against. */
export interface Installation {
  /** The folder custom_nodes. */
  nodes: string
  /** ComfyUI's own checkout; undefined: it is left alone, and not looked at. */
  core: string | undefined
  /** The Python that ComfyUI runs with; undefined: packages are left alone, and not looked at. */
  python: string | undefined
}

/** Where nodes lie that are switched off, as ComfyUI-Manager has it. */
export const DISABLED = '.disabled'
/** Where nodes lie until all of them are there. ComfyUI loads nothing whose name ends like this. */
export const STAGING = '.restoring.disabled'
/** What the last restore was made of, so that another one of the same has nothing to do; ComfyUI loads no such file. */
export const RESTORED = '.snapshot-restored.json'
/** What ComfyUI's own repository has in custom_nodes. */
export const OF_COMFYUI: ReadonlySet<string> = new Set(['websocket_image_save.py', 'example_node.py.example'])

/** Where a node of this name lies. */
export function nodeFolder({ nodes }: Pick<Installation, 'nodes'>, name: string, disabled: boolean): string {
  return disabled ? join(nodes, DISABLED, name) : join(nodes, name)
}
