import { parse, stringify } from 'yaml'

const WORKFLOW = 'org/image-actions/.github/workflows/build-images.yml@v1'

/** What a block of a page is, by its outermost keys; undefined: nothing that a reader would know what to do with. */
export type Kind = 'workflow' | 'jobs' | 'steps' | 'with' | 'check file'

interface Kinds {
  kind: Kind
  has: readonly string[]
}

const KINDS: readonly Kinds[] = [
  { kind: 'workflow', has: ['on', 'jobs'] },
  { kind: 'jobs', has: ['jobs'] },
  { kind: 'steps', has: ['steps'] },
  { kind: 'with', has: ['with'] },
  { kind: 'check file', has: ['version'] },
]

export function kindOf(block: string): Kind | undefined {
  const value = parse(block)
  const keys = Object.keys(value ?? {})
  return KINDS.find(({ has }) => has.every((key) => keys.includes(key)))?.kind
}

/** A part of a workflow with what its page takes for granted around it; undefined where it is part of none. */
export function wholeWorkflow(block: string): string | undefined {
  const kind = kindOf(block)
  if (kind === 'workflow') return block
  const value = parse(block)
  const around = { on: 'push', permissions: { contents: 'read', packages: 'write' } }
  if (kind === 'jobs') return stringify({ ...around, ...value })
  if (kind === 'steps')
    return stringify({ ...around, jobs: { job: { 'runs-on': 'ubuntu-24.04', ...value } } })
  if (kind === 'with') return stringify({ ...around, jobs: { images: { uses: WORKFLOW, ...value } } })
  return undefined
}

/** The same for a linter that reads manifests of this checkout only: our actions as its own. */
export function ofThisCheckout(workflow: string): string {
  return workflow.replace(/\borg\/image-actions(\/[\w./-]+)?@[\w.-]+/g, (_all, path = '/') => `.${path}`)
}
