import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  parseReceipt,
  receiptArtifact
} from "./chunk-M4TK4L4R.js";
import {
  checkDigest,
  checkInput,
  fetchDocument
} from "./chunk-2HSYLW7U.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/plan/receipt-source.ts
var RECEIPT = {
  name: "receipt",
  from: "merge",
  reference: /^(receipt-[0-9a-f]{12}-\d{1,9})@(sha256:[0-9a-f]{64})$/,
  otherwise: "or the path of a receipt"
};
function checkReceiptInput(text) {
  if (text !== "") checkInput(text, RECEIPT);
}
async function resolveReceipt(text, sources) {
  const { content, artifact } = await fetchDocument(text, RECEIPT, sources);
  return artifact === void 0 ? parseReceipt(content, text) : readReceipt(artifact, content);
}
function checkReceiptDigest(text, reference) {
  checkDigest(text, reference, RECEIPT);
}
function readReceipt(artifact, text) {
  const receipt = parseReceipt(text, artifact);
  if (artifact === receiptArtifact(receipt.plan, receipt.attempt)) return receipt;
  throw new UserError(
    "IMG1405",
    `The artifact "${artifact}" holds the receipt of ${receipt.plan}-${receipt.attempt}, not its own.`,
    { hint: "Use receipts as the runs left them." }
  );
}
function checkOwnReceipt(receipt, repository) {
  if (repository === "" || receipt.repository.toLowerCase() === repository.toLowerCase()) return;
  throw new UserError(
    "IMG1406",
    `The receipt is of ${receipt.repository || "no repository on GitHub"}, not of ${repository}.`,
    { hint: "Name a receipt of one of this repository\u2019s own runs." }
  );
}

export {
  checkReceiptInput,
  resolveReceipt,
  checkReceiptDigest,
  readReceipt,
  checkOwnReceipt
};
