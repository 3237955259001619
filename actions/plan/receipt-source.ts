import { UserError } from '../base/errors.ts'
import { checkDigest, checkInput, type DocumentSources, fetchDocument, type Kind } from './document-source.ts'
import { parseReceipt, type Receipt, receiptArtifact } from './receipt.ts'

const RECEIPT: Kind = {
  name: 'receipt',
  from: 'merge',
  reference: /^(receipt-[0-9a-f]{12}-\d{1,9})@(sha256:[0-9a-f]{64})$/,
  otherwise: 'or the path of a receipt',
}

/** Whether it can be a receipt at all; an input that is not given is none. */
export function checkReceiptInput(text: string): void {
  if (text !== '') checkInput(text, RECEIPT)
}

/** The input `receipt`: a reference `receipt-<plan>-<attempt>@sha256:…`, or a path. */
export async function resolveReceipt(text: string, sources: DocumentSources): Promise<Receipt> {
  const { content, artifact } = await fetchDocument(text, RECEIPT, sources)
  return artifact === undefined ? parseReceipt(content, text) : readReceipt(artifact, content)
}

export function checkReceiptDigest(text: string, reference: { artifact: string; digest: string }): void {
  checkDigest(text, reference, RECEIPT)
}

/** Of an artifact, whose name tells whose receipt it is. */
export function readReceipt(artifact: string, text: string): Receipt {
  const receipt = parseReceipt(text, artifact)
  if (artifact === receiptArtifact(receipt.plan, receipt.attempt)) return receipt
  throw new UserError(
    'IMG1405',
    `The artifact "${artifact}" holds the receipt of ${receipt.plan}-${receipt.attempt}, not its own.`,
    { hint: 'Use receipts as the runs left them.' },
  )
}

/** What another repository's run did is that repository's business; `repository` is whose run this is. */
export function checkOwnReceipt(receipt: Pick<Receipt, 'repository'>, repository: string): void {
  // A folder on somebody's machine belongs to no repository on GitHub, and neither may its receipt.
  if (repository === '' || receipt.repository.toLowerCase() === repository.toLowerCase()) return
  throw new UserError(
    'IMG1406',
    `The receipt is of ${receipt.repository || 'no repository on GitHub'}, not of ${repository}.`,
    { hint: 'Name a receipt of one of this repository’s own runs.' },
  )
}
