import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  NOT_WORKING
} from "./chunk-UTNP4HKY.js";
import {
  lastSaid
} from "./chunk-LUX6I4HD.js";
import {
  formatReference,
  parseReference
} from "./chunk-ZNDI3WQU.js";
import {
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/engine/obtain.ts
async function obtainImage(engine, name) {
  return await findStored(engine, name) ?? pull(engine, name);
}
async function findStored(engine, name) {
  const args = ["image", "inspect", "--format", "{{.Id}}", "--", name];
  const { exitCode, stdout, stderr } = await engine.run("podman", args, { env: engine.env, anyExit: true });
  if (exitCode === 0) return digestIn(stdout);
  if (/no such image|image not known|invalid reference format/i.test(stderr)) return void 0;
  const { code, hint } = NOT_WORKING;
  throw new UserError(code, `podman can't look for the image ${name}: ${lastSaid(stderr)}.`, { hint });
}
async function pull(engine, name) {
  const reference = pullable(name);
  if (!reference)
    throw notThere(name, "podman's storage has none of this name, and no registry could have it.");
  const args = ["pull", "--quiet", "--authfile", engine.authFile, "--", formatReference(reference)];
  const { exitCode, stdout, stderr } = await engine.run("podman", args, { env: engine.env, anyExit: true });
  if (exitCode === 0) return digestIn(stdout);
  throw notThere(name, `${lastSaid(stderr)}.`);
}
function pullable(name) {
  if (/^[0-9a-f]{64}$/.test(name)) return void 0;
  try {
    const reference = parseReference(name);
    return reference.host === "localhost" ? void 0 : reference;
  } catch {
    return void 0;
  }
}
var ABSENT = {
  code: "IMG2108",
  hint: "Build it in a step before this one, or check its name and tag."
};
var DENIED = {
  code: "IMG2109",
  hint: 'Check its name; if it is private, log in before this step or add its registry to "registry-auth".'
};
function notThere(name, reason) {
  const denied = /unauthorized|forbidden|authentication required|denied/i.test(reason);
  const { code, hint } = denied ? DENIED : ABSENT;
  return new UserError(code, `The image ${name} is not there: ${reason}`, { hint });
}
function digestIn(stdout) {
  const id = stdout.trim().split("\n").at(-1) ?? "";
  const digest = id.startsWith("sha256:") ? id : `sha256:${id}`;
  if (isDigest(digest)) return digest;
  throw new Error(`podman named no image: ${stdout}`);
}

export {
  obtainImage
};
