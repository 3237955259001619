import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  boolean,
  int,
  literal,
  record,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/plan/record.ts
var record2 = strictObject({
  schema: literal(1),
  plan: string(),
  planDigest: digestSchema,
  leg: string(),
  image: string(),
  platform: string(),
  attempt: int().positive(),
  digest: digestSchema,
  mediaType: string(),
  /** Of the manifest, in bytes. */
  size: int().positive(),
  imageId: digestSchema,
  /** Config and layers as pushed, in bytes. */
  compressedSize: int().nonnegative(),
  repositories: array(
    strictObject({
      repository: string(),
      /** False: the manifest was there before this run, so it isn't ours to remove. */
      created: boolean(),
      sent: int().nonnegative()
    })
  ),
  started: string(),
  buildTime: int().nonnegative(),
  pushTime: int().nonnegative(),
  /** Absent: it was not verified. */
  verified: strictObject({ checks: int().nonnegative(), time: int().nonnegative() }).optional(),
  cache: strictObject({ hits: int().nonnegative(), steps: int().nonnegative() }),
  tools: record(string(), string())
});
var MissingRecord = class extends UserError {
};
function parseRecord(text, name) {
  return readDocument(record2, text, {
    what: `The record ${name}`,
    code: "IMG1407",
    hint: "Build and merge with actions of the same version, then run all jobs again."
  });
}
function serialiseRecord(record3) {
  return JSON.stringify(record3);
}
function recordArtifact(plan, leg, attempt) {
  return `${recordPrefix(plan)}${leg}-${attempt}`;
}
function recordPrefix(plan) {
  return `record-${plan}-`;
}

export {
  MissingRecord,
  parseRecord,
  serialiseRecord,
  recordArtifact,
  recordPrefix
};
