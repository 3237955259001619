import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  documentSources
} from "./chunk-INPAMFGY.js";
import {
  checkInput,
  fetchDocument
} from "./chunk-2HSYLW7U.js";
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  boolean,
  literal,
  number,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
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
  return readDocument(candidate, content, {
    what: "The candidate",
    code: "IMG8811",
    hint: 'Use the output "candidate" of mode update, unchanged, with actions of the same version.'
  });
}

export {
  isCandidatePath,
  candidateText,
  leaveCandidate,
  checkCandidateInput,
  fetchCandidate
};
