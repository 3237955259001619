import { NONE } from './inputs.ts'
import type { FileTask } from './mode.ts'

/** As reports call it, among the nodes. */
export const CORE = 'ComfyUI'

/** Who pins ComfyUI expects that its commit counts; where its checkout was not found, it does not. */
export function tellIfCoreIsLeft(seen: readonly string[], { read, inputs, services }: FileTask): void {
  const { comfyui, nodes } = inputs.installation
  if (read.snapshot.comfyui === null || comfyui === NONE || seen.includes(CORE)) return
  services.log.warn(
    `The snapshot pins ComfyUI, which was not looked at: the folder above "${nodes}" holds no main.py. Set "comfyui" to its checkout, or to none.`,
  )
}
