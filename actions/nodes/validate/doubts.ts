import { folderNameOf } from '../names.ts'
import type { Snapshot } from '../snapshot.ts'
import { isOfThisMachine, isPinned } from './packages.ts'
import { type Found, type Remark, shown } from './remark.ts'

/** What is no mistake, but seldom meant. */
export function doubtsAbout({ comfyui, git, registry, packages }: Snapshot): Found<Remark>[] {
  const core: Found<Remark>[] =
    comfyui === null
      ? [
          {
            path: ['comfyui'],
            message: 'The snapshot leaves ComfyUI itself open.',
            hint: 'Write its commit.',
          },
        ]
      : []
  return [
    ...core,
    ...git.flatMap((node, index) => theManager(folderNameOf(node), ['git', index])),
    ...registry.flatMap((node, index) => theManager(node.id, ['registry', index])),
    ...packages.flatMap((pin, index): Found<Remark>[] => {
      const [path, name] = [['packages', index], shown(pin.requirement)]
      if (isOfThisMachine(pin))
        return [
          {
            path,
            message: `"${name}" lies on the machine on which the snapshot was saved, and is left out.`,
            hint: 'Leave it out here too, or write a version.',
          },
        ]
      if (isPinned(pin) || pin.requirement.startsWith('-')) return []
      return [
        {
          path,
          message: `"${name}" can be any of several versions.`,
          hint: 'Write name==version, or a commit.',
        },
      ]
    }),
  ]
}

/** It would change what it is meant to be proven against. */
function theManager(name: string, path: Found['path']): Found<Remark>[] {
  if (name.toLowerCase() !== 'comfyui-manager') return []
  const message = 'ComfyUI-Manager is among the nodes, and changes them at run time.'
  return [{ path, message, hint: 'Leave it out of an image whose nodes are pinned.' }]
}
