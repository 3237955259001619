import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  fetchDocument
} from "./chunk-BBOD7NM3.js";
import {
  array,
  boolean,
  checkDocument,
  discriminatedUnion,
  literal,
  parseJson,
  record,
  strictObject,
  string
} from "./chunk-NPGERYWN.js";
import {
  UserError
} from "./chunk-46FNGIEL.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";

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
  return checkDocument(
    plan,
    parseJson(text, "The plan"),
    "The plan",
    'Use the output "plan" of prepare, unchanged, with actions of the same version.'
  );
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

// actions/base/platform.ts
var ALIASES = {
  x86_64: { architecture: "amd64" },
  "x86-64": { architecture: "amd64" },
  aarch64: { architecture: "arm64" },
  armhf: { architecture: "arm", variant: "v7" },
  armel: { architecture: "arm", variant: "v6" }
};
var ARCHITECTURES = /* @__PURE__ */ new Set([
  "amd64",
  "arm64",
  "arm",
  "386",
  "ppc64le",
  "s390x",
  "riscv64",
  "loong64",
  "mips64le"
]);
function parsePlatform(text) {
  const [os, name, variant, ...rest] = text.trim().toLowerCase().split("/");
  const alias = ALIASES[name ?? ""];
  const architecture = alias?.architecture ?? name ?? "";
  if (os !== "linux" || rest.length > 0 || !ARCHITECTURES.has(architecture) || variant !== void 0 && !/^v\d+$/.test(variant)) {
    throw new UserError(`Unknown platform "${text}".`, {
      hint: `Platforms look like linux/amd64, linux/arm64 or linux/arm/v7; known architectures: ${[...ARCHITECTURES].join(", ")}.`
    });
  }
  const exact = variant ?? alias?.variant;
  const redundant = architecture === "arm64" && exact === "v8";
  return exact === void 0 || redundant ? { os, architecture } : { os, architecture, variant: exact };
}
function formatPlatform(platform) {
  return [platform.os, platform.architecture, platform.variant].filter(Boolean).join("/");
}
function samePlatform(a, b) {
  return formatPlatform(a) === formatPlatform(b);
}
function platformOf(arch) {
  const names = {
    x64: "linux/amd64",
    arm64: "linux/arm64",
    arm: "linux/arm/v7",
    ia32: "linux/386"
  };
  return parsePlatform(names[arch] ?? `linux/${arch}`);
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
  throw new UserError(`The artifact "${artifact}" holds the plan ${plan2.id}, not its own.`);
}
function fromText(text) {
  if (Buffer.byteLength(text) <= LONGEST_INLINE) return parsePlan(text);
  throw new UserError('The input "plan" is longer than 48 KiB.', {
    hint: 'Pass the output "plan" of prepare, which is a reference, or a path.'
  });
}

// actions/plan/paths.ts
import { posix } from "node:path";
function checkPath(path, what) {
  const normal = posix.normalize(path).replace(/\/+$/, "");
  const outside = posix.isAbsolute(path) || normal === ".." || normal.startsWith("../");
  if (outside || path.includes("://")) {
    throw new UserError(`The ${what} "${path}" lies outside the checkout.`, {
      hint: "Write a path relative to the root of the repository."
    });
  }
  if (normal.startsWith("-") || hasControlCharacter(path)) {
    throw new UserError(`The ${what} ${JSON.stringify(path)} can't be used as a path.`, {
      hint: 'A path begins with no "-" and holds no control characters; "./-name" is of no help either, rename it.'
    });
  }
  return normal;
}
function hasControlCharacter(text) {
  return /[\u0000-\u001f\u007f]/.test(text);
}

export {
  parsePlatform,
  formatPlatform,
  samePlatform,
  platformOf,
  checkPath,
  hasControlCharacter,
  serialisePlan,
  planDigest,
  planArtifact,
  legId,
  resolvePlan
};
