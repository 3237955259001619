import { NONE } from './inputs.ts'
import type { FileTask } from './mode.ts'

/** As reports call it, among the nodes. */
export const CORE = 'ComfyUI'

/** Whether the snapshot pins ComfyUI, and its checkout was not found; who doesn't mean it says so. */
export function isCoreLeft(seen: readonly string[], { read, inputs }: FileTask): boolean {
  const isMeant = inputs.installation.comfyui === NONE
  return read.snapshot.comfyui !== null && !isMeant && !seen.includes(CORE)
}

/** Why, and what to do. */
export function leftCore({ inputs }: FileTask): string {
  return `the folder above "${inputs.installation.nodes}" holds no main.py; set "comfyui" to its checkout, or to none`
}
