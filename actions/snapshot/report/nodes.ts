import { code, link, plain, table } from '../../base/markdown.ts'
import { pagesOf } from '../../nodes/diff/web.ts'
import { COMFYUI, folderNameOf, shortPin } from '../../nodes/names.ts'
import type { Snapshot } from '../../nodes/snapshot.ts'

/** A node as a table shows it. */
export interface NodeRow {
  name: string
  /** Where a person reads of it. */
  address: string | undefined
  pin: string
  pinAddress: string | undefined
  disabled: boolean
}

/** ComfyUI itself goes first, where the snapshot names its commit. */
export function nodeRows({ comfyui, git, registry, files }: Snapshot): NodeRow[] {
  const core = { name: 'ComfyUI', address: COMFYUI, disabled: false }
  return [
    ...(comfyui === null ? [] : [{ ...core, pin: comfyui, pinAddress: pagesOf(COMFYUI)?.commit(comfyui) }]),
    ...git.map((node) => ({
      name: folderNameOf(node),
      address: node.url,
      pin: node.commit,
      pinAddress: pagesOf(node.url)?.commit(node.commit),
      disabled: node.disabled,
    })),
    ...registry.map((node) => ({
      name: node.id,
      address: undefined,
      pin: node.version,
      pinAddress: undefined,
      disabled: false,
    })),
    ...files.map(({ filename, disabled }) => ({
      name: filename,
      address: undefined,
      pin: '',
      pinAddress: undefined,
      disabled,
    })),
  ]
}

/** With a column more, where there is something to tell of each. */
export function nodeTable(snapshot: Snapshot, told?: { head: string; of(name: string): string }): string {
  const rows = nodeRows(snapshot)
  if (rows.length === 0) return ''
  const head = ['Node', 'Pinned to', ...(told ? [told.head] : [])]
  return table(
    head,
    rows.map((row) => [
      `${link(plain(row.name), row.address)}${row.disabled ? ' (disabled)' : ''}`,
      row.pin === '' ? '' : link(code(shortPin(row.pin)), row.pinAddress),
      ...(told ? [plain(told.of(row.name))] : []),
    ]),
  )
}
