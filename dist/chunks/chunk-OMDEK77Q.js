import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  formatReference,
  parseReference
} from "./chunk-S5AK6Y7H.js";
import {
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  UserError
} from "./chunk-OMWTWNNE.js";

// actions/engine/obtain.ts
async function obtainImage(engine, name) {
  return await findStored(engine, name) ?? pull(engine, name);
}
async function findStored(engine, name) {
  const args = ["image", "inspect", "--format", "{{.Id}}", "--", name];
  const { exitCode, stdout, stderr } = await engine.run("podman", args, { env: engine.env, anyExit: true });
  if (exitCode === 0) return digestIn(stdout);
  if (/no such image|image not known|invalid reference format/i.test(stderr)) return void 0;
  throw new UserError(`podman can't look for the image ${name}: ${lastLine(stderr)}`, {
    hint: "Put the setup action before this step: it shows what podman finds, and can install another one."
  });
}
async function pull(engine, name) {
  const reference = pullable(name);
  if (!reference)
    throw notThere(name, "podman's storage has none of this name, and no registry could have it.");
  const args = ["pull", "--quiet", "--authfile", engine.authFile, "--", formatReference(reference)];
  const { exitCode, stdout, stderr } = await engine.run("podman", args, { env: engine.env, anyExit: true });
  if (exitCode === 0) return digestIn(stdout);
  throw notThere(name, `${lastLine(stderr)}.`);
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
function notThere(name, reason) {
  const denied = /unauthorized|forbidden|authentication required|denied/i.test(reason);
  return new UserError(`The image ${name} is not there: ${reason}`, {
    hint: denied ? 'Check its name; if it is private, log in before this step or add its registry to "registry-auth".' : "Build it in a step before this one, or check its name and tag."
  });
}
function digestIn(stdout) {
  const id = stdout.trim().split("\n").at(-1) ?? "";
  const digest = id.startsWith("sha256:") ? id : `sha256:${id}`;
  if (isDigest(digest)) return digest;
  throw new Error(`podman named no image: ${stdout}`);
}
function lastLine(stderr) {
  return (stderr.trim().split("\n").at(-1) ?? "").replace(/^Error: /, "");
}

export {
  obtainImage
};
