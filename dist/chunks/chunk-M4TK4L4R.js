import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  formatRepository,
  isTag,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  record,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";

// actions/base/kept-manifest.ts
var keptManifest = strictObject({ mediaType: string(), content: string() });
function keepManifest({ mediaType, bytes }) {
  return { mediaType, content: Buffer.from(bytes).toString("utf8") };
}
function recallManifest({ mediaType, content }, known) {
  const bytes = Buffer.from(content);
  return { digest: known ?? digestOf(bytes), mediaType, bytes };
}

// actions/plan/receipt.ts
var tagName = string().refine(isTag, "is not a tag");
var repositoryName = string().refine(isRepository, "is not a repository (ghcr.io/owner/app)");
var tag = strictObject({
  name: tagName,
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
      repository: repositoryName,
      tags: array(tag),
      /** What left `<tag>-previous` (or, without it, the moved tag): what cleanup may take. */
      superseded: array(strictObject({ tag: tagName, digest: digestSchema }))
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
  manifests: record(string(), keptManifest),
  /** Children of a failed image that could not be removed, as references. */
  leftovers: array(string()),
  /** Of the merge, in milliseconds. */
  duration: int().nonnegative(),
  /** From the plan to here, in milliseconds: what the next summary compares itself with. */
  total: int().nonnegative().optional()
});
function parseReceipt(text, name = "") {
  return readDocument(receipt, text, {
    what: ["The receipt", name].join(" ").trim(),
    code: "IMG1407",
    hint: "Use a receipt as its run left it, with actions of the same version."
  });
}
function isRepository(name) {
  try {
    return formatRepository(parseRepository(name)) === name;
  } catch {
    return false;
  }
}
function serialiseReceipt(receipt2) {
  return JSON.stringify(receipt2);
}
function manifestsIn({ manifests }) {
  return Object.values(manifests).map((kept) => recallManifest(kept));
}
function receiptArtifact(plan, attempt) {
  return `receipt-${plan}-${attempt}`;
}

export {
  keptManifest,
  keepManifest,
  recallManifest,
  parseReceipt,
  serialiseReceipt,
  manifestsIn,
  receiptArtifact
};
