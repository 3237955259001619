import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  array,
  boolean,
  checkDocument,
  custom,
  int,
  literal,
  parseJson,
  record,
  strictObject,
  string
} from "./chunk-UYZHQTYO.js";
import {
  isDigest
} from "./chunk-CHZVDVT5.js";

// actions/plan/record.ts
var digest = custom(
  (value) => typeof value === "string" && isDigest(value),
  "is not a digest (sha256:\u2026)"
);
var record2 = strictObject({
  schema: literal(1),
  plan: string(),
  planDigest: digest,
  leg: string(),
  image: string(),
  platform: string(),
  attempt: int().positive(),
  digest,
  mediaType: string(),
  /** Of the manifest, in bytes. */
  size: int().positive(),
  imageId: digest,
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
  cache: strictObject({ hits: int().nonnegative(), steps: int().nonnegative() }),
  tools: record(string(), string())
});
function parseRecord(text, name) {
  return checkDocument(record2, parseJson(text, `The record ${name}`), `The record ${name}`);
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
  parseRecord,
  serialiseRecord,
  recordArtifact,
  recordPrefix
};
