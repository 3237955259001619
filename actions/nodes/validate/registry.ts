import type { RegistryNode } from '../snapshot.ts'
import { faultOfName } from './places.ts'
import { type Objection, shown } from './remark.ts'

export function faultOfRegistryNode({ id, version }: RegistryNode): Objection | undefined {
  if (!/^[\w.-]+$/.test(id))
    return {
      code: 'IMG8232',
      message: `"${shown(id)}" is no id of ComfyUI's registry.`,
      hint: 'Ids look like comfyui-impact-pack.',
    }
  const fault = faultOfName(id, 'The folder of this registry node')
  if (fault || /^\d[A-Za-z0-9.+-]*$/.test(version)) return fault
  return {
    code: 'IMG8232',
    message: `"${shown(version)}" is no version of ${id}.`,
    hint: 'Write one version, such as "8.22.2"; a nightly one is a git node.',
  }
}
