import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  digestSchema
} from "./chunk-CYP3GF72.js";
import {
  _enum,
  array,
  boolean,
  checkDocument,
  int,
  literal,
  parseJson,
  record,
  strictObject,
  string
} from "./chunk-47RHK2R6.js";

// actions/plan/receipt.ts
var tag = strictObject({
  name: string(),
  moves: boolean(),
  before: digestSchema.nullable(),
  after: digestSchema.nullable(),
  /** created, moved, unchanged: it holds our digest now; stayed: it would have gone backwards; restored: put back after a failure; unknown: the registry did not answer any more. */
  outcome: _enum(["created", "moved", "unchanged", "stayed", "restored", "untouched", "unknown"]),
  reason: string()
});
var image = strictObject({
  name: string(),
  outcome: _enum(["published", "failed", "built"]),
  error: string().optional(),
  /** Of the index; null where none was made. */
  digest: digestSchema.nullable(),
  mediaType: string(),
  platforms: array(strictObject({ platform: string(), digest: digestSchema, size: int() })),
  repositories: array(
    strictObject({
      repository: string(),
      tags: array(tag),
      /** What left `<tag>-previous` (or, without it, the moved tag): what cleanup may take. */
      superseded: array(strictObject({ tag: string(), digest: digestSchema }))
    })
  )
});
var receipt = strictObject({
  schema: literal(1),
  plan: string(),
  repository: string(),
  revision: string(),
  version: string(),
  /** When it was written: the end of the merge. */
  created: string(),
  attempt: int().positive(),
  images: array(image),
  /** By digest: index and children as they stood before, to be put again by a rollback. */
  manifests: record(string(), strictObject({ mediaType: string(), content: string() })),
  /** Children of a failed image that could not be removed, as references. */
  leftovers: array(string()),
  /** Of the merge, in milliseconds. */
  duration: int().nonnegative(),
  /** From the plan to here, in milliseconds: what the next summary compares itself with. */
  total: int().nonnegative().optional()
});
function parseReceipt(text, name = "receipt") {
  return checkDocument(receipt, parseJson(text, `The ${name}`), `The ${name}`);
}
function serialiseReceipt(receipt2) {
  return JSON.stringify(receipt2);
}
function receiptArtifact(plan, attempt) {
  return `receipt-${plan}-${attempt}`;
}

export {
  parseReceipt,
  serialiseReceipt,
  receiptArtifact
};
