import { UserError, UserErrors } from '../../base/errors.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import type { Mismatch } from '../../nodes/finding.ts'
import { type Verification, verifyInstallation } from '../../nodes/prove/verify.ts'
import type { Snapshot } from '../../nodes/snapshot.ts'
import { verifyImage } from '../image.ts'
import { installationOf } from '../installation.ts'
import { CORE, isCoreLeft, leftCore } from '../left-core.ts'
import type { FileMode, FileTask } from '../mode.ts'
import { pinned } from '../pinned.ts'
import { placeOf } from '../places.ts'
import { nodesIn } from '../report/counts.ts'
import { verifiedMarkdown, verifiedText } from '../report/verified.ts'
import { tellIfUnproven } from '../unproven.ts'

export const verify: FileMode = async (task) => {
  const { snapshot } = await pinned(task.read.snapshot, task)
  const { checked, mismatches } = withCore(await verification(snapshot, task), task)
  tellIfUnproven(task)
  if (isWrongFolder({ checked, mismatches })) task.services.log.warn(wrongFolder(task))
  const digest = digestOf(snapshot)
  const errors = mismatches.map((each) => mismatchError(each, task))
  return {
    outputs: {
      digest,
      nodes: String(nodesIn(snapshot)),
      changed: 'false',
      mismatches: JSON.stringify(mismatches),
    },
    document: { mode: 'verify', file: task.read.file, digest, checked, mismatches },
    text: verifiedText({ checked, mismatches }),
    markdown: verifiedMarkdown({ checked, mismatches }),
    ...(errors.length === 0 ? {} : { error: new UserErrors(errors), told: true }),
  }
}

async function verification(snapshot: Snapshot, task: FileTask): Promise<Verification> {
  const { image, restoring } = task.inputs
  if (image !== '') return verifyImage(snapshot, task)
  const { installScripts } = restoring
  const of = await installationOf(task)
  return verifyInstallation(
    { snapshot, ...(task.lock ? { lock: task.lock } : {}), of, installScripts },
    task.services,
  )
}

/** Who pins ComfyUI wants that to hold, too. */
function withCore({ checked, mismatches }: Verification, task: FileTask): Verification {
  const seen = checked.map(({ subject }) => subject)
  if (!isCoreLeft(seen, task)) return { checked, mismatches }
  const expected = task.read.snapshot.comfyui ?? ''
  return {
    checked,
    mismatches: [{ subject: CORE, what: 'missing', expected, actual: leftCore(task) }, ...mismatches],
  }
}

function isWrongFolder({ checked, mismatches }: Verification): boolean {
  const nodes = checked.filter(({ what }) => what === 'node')
  const missing = mismatches.filter(({ what, actual }) => what === 'missing' && actual === 'not there')
  return nodes.length > 0 && nodes.every(({ subject }) => missing.some((each) => each.subject === subject))
}

function wrongFolder({ inputs: { image, installation } }: FileTask): string {
  const where = image === '' ? 'here' : 'in the image'
  const example = image === '' ? 'ComfyUI/custom_nodes' : '/app/ComfyUI/custom_nodes'
  return `No node lies in "${installation.nodes}" ${where}. If that is the wrong folder, set "nodes" to the right one, such as ${example}.`
}

function mismatchError({ subject, what, expected, actual }: Mismatch, { read }: FileTask): UserError {
  return new UserError('IMG8801', `${subject}: ${what}: expected ${expected}, but found ${actual}.`, {
    hint: 'Restore the snapshot there, or take what is there into it with "snapshot save".',
    place: placeOf(subject, read),
  })
}
