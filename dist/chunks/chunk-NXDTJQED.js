import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  fetchDocument
} from "./chunk-2HSYLW7U.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  record,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/plan/plan.ts
import { createHash } from "node:crypto";
var order = discriminatedUnion("by", [
  strictObject({ by: literal("version"), version: string() }),
  strictObject({ by: literal("revision"), branch: string().optional() })
]);
var tag = strictObject({
  name: string(),
  /** Why this tag is here, for the summary: "push to the default branch". */
  reason: string(),
  /** Absent: the tag is fixed and is never given to another revision. */
  moves: order.optional()
});
var image = strictObject({
  name: string(),
  /** One per registry, `ghcr.io/owner/app`. */
  repositories: array(string()).min(1),
  tags: array(tag),
  labels: record(string(), string()),
  annotations: record(string(), string()),
  context: string(),
  /** Empty: Containerfile, else Dockerfile, in the context. */
  file: string(),
  target: string().optional(),
  /** Its own check file; empty: it is not verified, whatever the build is told. */
  verify: string().optional(),
  buildArgs: record(string(), string()),
  platforms: array(string()).min(1)
});
var leg = strictObject({
  /** Twelve hex digits of image and platform. */
  leg: string().regex(/^[0-9a-f]{12}$/),
  image: string(),
  platform: string(),
  runsOn: array(string()).min(1)
});
var plan = strictObject({
  schema: literal(1),
  id: string().regex(/^[0-9a-f]{12}$/),
  /** `owner/name` on GitHub; empty elsewhere. */
  repository: string(),
  event: string(),
  ref: string(),
  revision: string(),
  created: string(),
  publish: boolean(),
  /** Why it is published, or why not. */
  reason: string(),
  version: string(),
  images: array(image),
  /** Images that `changed-only` left out. */
  unchanged: array(string()),
  legs: array(leg)
});
function parsePlan(text) {
  return readDocument(plan, text, {
    what: "The plan",
    code: "IMG1407",
    hint: 'Use the output "plan" of prepare, unchanged, with actions of the same version.'
  });
}
function serialisePlan(plan2) {
  return JSON.stringify(plan2);
}
function planDigest(plan2) {
  return digestOf(serialisePlan(plan2));
}
function planArtifact(id) {
  return `plan-${id}`;
}
function legId(image2, platform) {
  return createHash("sha256").update(`${image2}\0${platform}`).digest("hex").slice(0, 12);
}

// actions/plan/source.ts
var LONGEST_INLINE = 48 * 1024;
var PLAN = {
  name: "plan",
  from: "prepare",
  reference: /^(plan-[0-9a-f]{12})@(sha256:[0-9a-f]{64})$/,
  otherwise: "the path of a plan, or its JSON"
};
async function resolvePlan(input, sources) {
  const text = input.trim();
  if (text.startsWith("{")) return fromText(text);
  const { content, artifact } = await fetchDocument(text, PLAN, sources);
  const plan2 = parsePlan(content);
  if (artifact === void 0 || artifact === planArtifact(plan2.id)) return plan2;
  throw new UserError("IMG1405", `The artifact "${artifact}" holds the plan ${plan2.id}, not its own.`, {
    hint: "Something else in this run writes artifacts of that name: rename it, then run all jobs again."
  });
}
function fromText(text) {
  if (Buffer.byteLength(text) <= LONGEST_INLINE) return parsePlan(text);
  throw new UserError("IMG1402", 'The input "plan" is longer than 48 KiB.', {
    hint: 'Pass the output "plan" of prepare, which is a reference, or a path.'
  });
}

export {
  parsePlan,
  serialisePlan,
  planDigest,
  planArtifact,
  legId,
  resolvePlan
};
