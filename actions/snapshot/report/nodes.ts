import { code, link, plain, table } from '../../base/markdown.ts'
import { COMFYUI, folderNameOf, hostOf } from '../../nodes/names.ts'
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
    ...(comfyui === null ? [] : [{ ...core, pin: comfyui, pinAddress: commitPage(COMFYUI, comfyui) }]),
    ...git.map((node) => ({
      name: folderNameOf(node),
      address: node.url,
      pin: node.commit,
      pinAddress: commitPage(node.url, node.commit),
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

/** Of a commit as much as a person compares; versions and branches as they are. */
export function shortPin(pin: string): string {
  return /^[0-9a-f]{40}$/.test(pin) ? pin.slice(0, 10) : pin
}

function commitPage(url: string, commit: string): string | undefined {
  const host = hostOf(url)
  if (host === 'github.com' || host === 'codeberg.org') return `${url}/commit/${commit}`
  return host.startsWith('gitlab.') ? `${url}/-/commit/${commit}` : undefined
}
