import { parseRepository } from '../../base/reference.ts'
import type { Receipt } from '../../plan/receipt.ts'
import { checkOwnReceipt, resolveReceipt } from '../../plan/receipt-source.ts'
import { kindOf } from '../../registry/access.ts'
import { documentSources } from '../../runner/documents.ts'
import type { Runner } from '../../runner/runner.ts'
import type { CleanupInputs } from '../inputs.ts'
import type { CleanupTask } from './candidates.ts'
import { closedBecause } from './gate.ts'
import { chooseRetention } from './retention.ts'
import { supersededTasks } from './superseded.ts'

/** What there is to do; without a task there is a sentence that says why. */
export interface Tasks {
  tasks: CleanupTask[]
  /** Its raw manifests need not be read again. */
  receipt?: Receipt
  /** For whoever reads the log and the summary. */
  note?: string
}

export async function findTasks(runner: Runner, inputs: CleanupInputs): Promise<Tasks> {
  const { receipt, images, anyBranch } = inputs
  if (receipt === '' && images.length === 0)
    return { tasks: [], note: 'Nothing to clean up: there is neither a receipt nor a list of images.' }
  const closed = closedBecause(runner.event, { receipt: receipt !== '', anyBranch })
  if (closed !== undefined) return { tasks: [], note: `Nothing is cleaned up: ${closed}.` }
  return receipt === '' ? retention(runner, inputs) : leftBehind(runner, receipt)
}

async function leftBehind(runner: Runner, name: string): Promise<Tasks> {
  const receipt = await resolveReceipt(name, documentSources(runner))
  checkOwnReceipt(receipt, runner.event.repository)
  const tasks = supersededTasks(receipt)
  if (tasks.length > 0) return { tasks, receipt }
  return { tasks, note: 'Nothing to clean up: no tag of this run left anything behind.' }
}

function retention(runner: Runner, { images, rules, access }: CleanupInputs): Tasks {
  const now = runner.clock.now()
  const blind = images.filter((image) => kindOf(access, parseRepository(image).host) !== 'ghcr')
  for (const image of rules.untagged === undefined ? [] : blind)
    runner.log.warn(`"untagged" finds nothing in ${image}: its registry lists no manifest without a tag.`)
  const tasks = images.map(
    (repository): CleanupTask => ({
      repository,
      choose: (inventory) => chooseRetention(inventory, rules, now),
    }),
  )
  if (rules.tagged || rules.untagged !== undefined) return { tasks }
  return {
    tasks,
    note: 'Without a rule nothing goes: set "tags", "keep-n-tagged", "older-than" or "untagged".',
  }
}
