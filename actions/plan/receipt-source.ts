import { digestOf } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { parseReceipt, type Receipt, receiptArtifact } from './receipt.ts'
import type { PlanSources } from './source.ts'

const REFERENCE = /^(receipt-[0-9a-f]{12}-\d{1,9})@(sha256:[0-9a-f]{64})$/

/** Whether it can be a receipt at all; told before anything is asked for. */
export function checkReceiptInput(text: string): void {
  if (REFERENCE.test(text) || !(text.startsWith('-') || text.startsWith('{') || text.includes('@sha256:')))
    return
  throw unreadable(text)
}

/** The input `receipt`: a reference `receipt-<plan>-<attempt>@sha256:…`, or a path. */
export async function resolveReceipt(text: string, sources: PlanSources): Promise<Receipt> {
  checkReceiptInput(text)
  const [, name, digest] = REFERENCE.exec(text) ?? []
  if (name !== undefined && digest !== undefined) return fromArtifact(name, digest, sources)
  const content = await sources.readFile(text).catch((cause) => Promise.reject(unreadable(text, cause)))
  return parseReceipt(content, `receipt ${text}`)
}

async function fromArtifact(name: string, digest: string, sources: PlanSources): Promise<Receipt> {
  const content = await sources.artifact(name)
  if (content === undefined) {
    throw new UserError(`This run has no artifact "${name}".`, {
      hint: 'The receipt comes from merge in the same workflow run; check that the job "needs" it.',
    })
  }
  if (digestOf(content) !== digest) {
    throw new UserError(`The artifact "${name}" is not the receipt that was asked for: its digest differs.`, {
      hint: 'Pass the output "receipt" of merge, unchanged.',
    })
  }
  const receipt = parseReceipt(content, `receipt ${name}`)
  if (name !== receiptArtifact(receipt.plan, receipt.attempt))
    throw new UserError(`The artifact "${name}" holds the receipt of ${receipt.plan}, not its own.`)
  return receipt
}

function unreadable(text: string, cause?: unknown): UserError {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  return new UserError(`The input "receipt" is "${shown}", which can't be read.`, {
    hint: 'Pass the output "receipt" of merge (receipt-…@sha256:…), or the path of a receipt.',
    cause,
  })
}
