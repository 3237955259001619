import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
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
} from "./chunk-47RHK2R6.js";
import {
  UserError
} from "./chunk-CJFIOQJK.js";
import {
  digestOf,
  isDigest
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

// actions/runner/given-plan.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// actions/plan/source.ts
var LONGEST_INLINE = 48 * 1024;
var REFERENCE = /^(plan-[0-9a-f]{12})@(sha256:[0-9a-f]{64})$/;
async function resolvePlan(input, sources) {
  const text = input.trim();
  const [, name, digest] = REFERENCE.exec(text) ?? [];
  if (name !== void 0 && digest !== void 0 && isDigest(digest))
    return fromArtifact(name, digest, sources);
  if (text.startsWith("{")) return fromText(text);
  if (text === "" || text.startsWith("-") || text.includes("@sha256:")) throw unreadable(text);
  return parsePlan(await sources.readFile(text).catch((cause) => Promise.reject(unreadable(text, cause))));
}
async function fromArtifact(name, digest, sources) {
  const content = await sources.artifact(name);
  if (content === void 0) {
    throw new UserError(`This run has no artifact "${name}".`, {
      hint: 'The plan comes from prepare in the same workflow run; check that the job "needs" it.'
    });
  }
  if (digestOf(content) !== digest) {
    throw new UserError(`The artifact "${name}" is not the plan that was asked for: its digest differs.`, {
      hint: "Run the workflow again from prepare on."
    });
  }
  const plan2 = parsePlan(content);
  if (name !== `plan-${plan2.id}`)
    throw new UserError(`The artifact "${name}" holds the plan ${plan2.id}, not its own.`);
  return plan2;
}
function fromText(text) {
  if (Buffer.byteLength(text) > LONGEST_INLINE) {
    throw new UserError('The input "plan" is longer than 48 KiB.', {
      hint: 'Pass the output "plan" of prepare, which is a reference, or a path.'
    });
  }
  return parsePlan(text);
}
function unreadable(text, cause) {
  const shown = text.length > 100 ? `${text.slice(0, 100)}\u2026` : text;
  return new UserError(`The input "plan" is "${shown}", which can't be read.`, {
    hint: 'Pass the output "plan" of prepare (plan-\u2026@sha256:\u2026), the path of a plan, or its JSON.',
    cause
  });
}

// actions/runner/given-plan.ts
async function givenPlan(runner, plan2) {
  return resolvePlan(plan2, {
    // A plan may well lie outside the checkout, as in RUNNER_TEMP.
    readFile: (path) => readFile(resolve(runner.event.workspace, path), "utf8"),
    artifact: async (name) => (await runner.artifacts()).get(name)
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
  givenPlan
};
