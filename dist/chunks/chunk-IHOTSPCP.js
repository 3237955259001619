import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  documentSources
} from "./chunk-INPAMFGY.js";
import {
  checkInput,
  fetchDocument
} from "./chunk-HNX5EVE5.js";
import {
  digestSchema
} from "./chunk-766GEI45.js";
import {
  checkDocument,
  parseJson
} from "./chunk-MBEH4HWX.js";
import {
  array,
  boolean,
  literal,
  number,
  strictObject,
  string
} from "./chunk-47KHJZ2A.js";
import {
  digestOf,
  shortDigest
} from "./chunk-EZQO47NV.js";

// actions/snapshot/candidate/candidate.ts
var PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*(?:^|\/)\.git)[^/\\:]+(?:\/[^/\\:]+)*\.json$/i;
var candidate = strictObject({
  schema: literal(1),
  /** The commit that it began from. */
  revision: string().regex(/^[0-9a-f]{40}$/),
  /** Of the canonical snapshots, before and after. */
  from: digestSchema,
  to: digestSchema,
  /** False: some nodes could not be looked at. */
  complete: boolean(),
  title: string(),
  /** What a person reads before it is taken, in the order of reading. */
  sections: array(strictObject({ markdown: string(), importance: number() })),
  /** Relative to the checkout; null: the file goes. Empty: there is nothing to update. */
  files: array(strictObject({ path: string().regex(PATH), content: string().nullable() }))
});
function isCandidatePath(path) {
  return PATH.test(path);
}
var KIND = {
  name: "candidate",
  from: "update",
  reference: /^(snapshot-[0-9a-f]{12}-[1-9]\d{0,5})@(sha256:[0-9a-f]{64})$/,
  otherwise: "or the path of candidate.json in its report"
};
function candidateText(document) {
  return `${JSON.stringify(document, null, 2)}
`;
}
async function leaveCandidate(text, { artifacts, event }) {
  const name = `snapshot-${shortDigest(digestOf(text))}-${event.attempt}`;
  return `${name}@${await (await artifacts()).put(name, text)}`;
}
function checkCandidateInput(text) {
  checkInput(text, KIND);
}
async function fetchCandidate(reference, runner) {
  const { content } = await fetchDocument(reference, KIND, documentSources(runner));
  const what = "The candidate";
  return checkDocument(candidate, parseJson(content, what), what);
}

export {
  isCandidatePath,
  candidateText,
  leaveCandidate,
  checkCandidateInput,
  fetchCandidate
};
