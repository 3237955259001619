import { InputError, type Place } from '../../base/errors.ts'
import { inOrder } from '../../base/written/places.ts'
import type { ReadSnapshot } from '../file/read.ts'
import { folderNameOf } from '../names.ts'
import { faultOfRepository } from './addresses.ts'
import { faultOfCommit } from './commits.ts'
import { doublesIn } from './doubles.ts'
import { doubtsAbout } from './doubts.ts'
import { faultOfPackage } from './packages.ts'
import { faultOfFile } from './places.ts'
import { faultOfRegistryNode } from './registry.ts'
import type { Found, Objection, Remark } from './remark.ts'

export interface Rules {
  allowBranches: boolean
  /** Empty: any. */
  allowHosts: readonly string[]
  /** Empty: any. An owner, or a host and an owner: `kijai`, `github.com/kijai`. */
  allowOwners: readonly string[]
  /** How many nodes there are at least, not counting those that are disabled or single files. */
  expectedNodes: number
}

export interface Judged {
  errors: InputError[]
  warnings: Doubt[]
}

export interface Doubt extends Remark {
  place: Place
}

/** Everything that is wrong with what a snapshot says, and what is doubtful, each with its place. */
export function validate(read: ReadSnapshot, rules: Rules): Judged {
  const faults = [
    ...aboutCore(read, rules),
    ...aboutGitNodes(read, rules),
    ...aboutTheRest(read, rules),
    ...doublesIn(read.snapshot, read.placeOf),
    ...tooFew(read, rules),
  ]
  return {
    errors: placed(faults, read).map(({ code, message, ...rest }) => new InputError(code, message, rest)),
    warnings: placed(doubtsAbout(read.snapshot), read),
  }
}

function aboutCore({ snapshot: { comfyui } }: ReadSnapshot, { allowBranches }: Rules): Found[] {
  return comfyui === null ? [] : at(['comfyui'], faultOfCommit(comfyui, 'ComfyUI', allowBranches))
}

function aboutGitNodes({ snapshot, parts }: ReadSnapshot, rules: Rules): Found[] {
  return snapshot.git.flatMap((node, index) => [
    // As it is written: the normal form has no password any more.
    ...at(['git', index], faultOfRepository(parts.git[index]?.written.url ?? node.url, rules)),
    ...at(['git', index, 'commit'], faultOfCommit(node.commit, folderNameOf(node), rules.allowBranches)),
  ])
}

function aboutTheRest({ snapshot }: ReadSnapshot, { allowHosts }: Rules): Found[] {
  return [
    ...snapshot.registry.flatMap((node, index) => at(['registry', index], faultOfRegistryNode(node))),
    ...snapshot.files.flatMap(({ filename }, index) => at(['files', index], faultOfFile(filename))),
    ...snapshot.packages.flatMap((pin, index) => at(['packages', index], faultOfPackage(pin, allowHosts))),
  ]
}

function tooFew({ snapshot: { git, registry } }: ReadSnapshot, { expectedNodes }: Rules): Found[] {
  const count = git.filter(({ disabled }) => !disabled).length + registry.length
  if (count >= expectedNodes) return []
  const message = `The snapshot has ${count} active ${count === 1 ? 'node' : 'nodes'}, and at least ${expectedNodes} are expected.`
  const hint = 'Put back what is missing, or set expected-nodes to what is meant.'
  return [{ code: 'IMG8251', path: ['git'], message, hint }]
}

function at(path: Found['path'], objection: Objection | undefined): Found[] {
  return objection ? [{ path, ...objection }] : []
}

/** From the first line to the last. */
function placed<R extends Remark>(found: readonly Found<R>[], { placeOf }: ReadSnapshot) {
  return found
    .map(({ path, ...remark }) => ({ ...remark, place: placeOf(path) }))
    .toSorted((a, b) => inOrder(a.place, b.place))
}
