import { kindOf } from '../../base/written/words.ts'
import type { Written } from '../../base/written/written.ts'
import { isEmpty, nameOf, type Shape, type Spot } from './shape.ts'

const SECTIONS = ['comfyui', 'git_custom_nodes', 'cnr_custom_nodes', 'file_custom_nodes', 'pips'] as const
export type Section = (typeof SECTIONS)[number]

const SYNONYMS = {
  nodes: 'git_custom_nodes',
  git: 'git_custom_nodes',
  git_nodes: 'git_custom_nodes',
  registry: 'cnr_custom_nodes',
  cnr: 'cnr_custom_nodes',
  files: 'file_custom_nodes',
  packages: 'pips',
  requirements: 'pips',
  pip: 'pips',
  pip_packages: 'pips',
  core: 'comfyui',
  commit: 'comfyui',
}
/** Of a comfy-lock.yaml, which has a snapshot in it. */
const OF_A_LOCK = ['basic', 'models']

/**
 * The parts of a snapshot, wherever they stand: at the top level; all of them under `custom_nodes`, as ComfyUI-Manager writes
 * YAML; or, in older files, the git nodes under `custom_nodes` and the rest beside it.
 */
export function sectionsOf(root: Written, shape: Shape): Map<Section, Spot> {
  if (root.kind !== 'map') {
    shape.fault(root.at, `A snapshot is a mapping, and this is ${kindOf(root)}.`, EXAMPLE)
    return new Map()
  }
  const whole = shape.entries({ path: [], at: root.at, value: root })
  const custom = whole.find((spot) => nameOf(spot) === 'custom_nodes')
  const beside = whole.filter((spot) => spot !== custom)
  const sections = custom ? withCustomNodes(custom, beside, shape) : known(beside, shape)
  const named = [...sections].some(([name, spot]) => name !== 'comfyui' || !isEmpty(spot.value))
  if (!named && shape.faults.length === 0)
    shape.fault(root.at, 'This snapshot names nothing at all.', EXAMPLE)
  return sections
}

const EXAMPLE = 'Write at least "comfyui" and "git_custom_nodes"; mode save writes them from an installation.'

function withCustomNodes(custom: Spot, beside: readonly Spot[], shape: Shape): Map<Section, Spot> {
  const inside = shape.entries(custom)
  if (isOlder(inside) || (inside.length === 0 && beside.length > 0)) {
    const sections = known(beside, shape)
    const twice = sections.get('git_custom_nodes')
    if (twice) shape.fault(twice.at, '"custom_nodes" holds git nodes too.', 'Put all of them under one key.')
    return sections.set('git_custom_nodes', custom)
  }
  for (const spot of beside) {
    const name = nameOf(spot)
    const stray = (SECTIONS as readonly string[]).includes(name)
    if (stray)
      shape.fault(spot.at, `"${name}" stands beside "custom_nodes".`, 'Move it under "custom_nodes".')
    else shape.unknown(spot, OF_A_LOCK.includes(name) ? NOT_OURS : 'Everything stands under "custom_nodes".')
  }
  return known(inside, shape)
}

const NOT_OURS = 'That belongs into a comfy-lock.yaml; give the snapshot a file of its own.'

/** Addresses, or what has a hash, right under `custom_nodes`. */
function isOlder(inside: readonly Spot[]): boolean {
  const hasHash = ({ value }: Spot) =>
    value.kind === 'map' && (value.entries.has('hash') || value.entries.has('url'))
  return inside.some((spot) => /[/:]/.test(nameOf(spot)) || hasHash(spot))
}

function known(spots: readonly Spot[], shape: Shape): Map<Section, Spot> {
  return shape.known(spots, SECTIONS, SYNONYMS) as Map<Section, Spot>
}
