import type { Artifacts } from '../base/artifacts.ts'
import type { Plan } from '../plan/plan.ts'
import { parseReceipt, type Receipt, receiptArtifact } from '../plan/receipt.ts'

/** Of the attempt before this one, to compare with; without it the summary has one column less, and nothing else changes. */
export async function earlierReceipt(
  plan: Plan,
  attempt: number,
  artifacts: Artifacts,
): Promise<Receipt | undefined> {
  for (let earlier = attempt - 1; earlier > 0; earlier--) {
    const name = receiptArtifact(plan.id, earlier)
    const text = await artifacts.get(name).catch(() => undefined)
    if (text !== undefined) return parseReceipt(text, name)
  }
  return undefined
}
