import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  MODE_NAMES
} from "./chunk-S3NHVWSB.js";
import {
  readBoolean,
  readChoice,
  readInteger,
  readLines
} from "./chunk-GDCOOEY7.js";
import {
  InputError,
  InputProblems
} from "./chunk-GTGSVCFP.js";

// actions/snapshot/inputs.ts
var NONE = "none";
function parseInputs(reader) {
  const problems = new InputProblems();
  const text = textOf(reader);
  const mode = problems.try(() => readMode(reader));
  const rules = problems.try(() => readRules(reader));
  const restoring = problems.try(() => readRestoring(reader));
  const updating = problems.try(() => readUpdating(reader));
  const image = text("image");
  if (image !== "" && mode !== void 0 && mode !== "verify")
    problems.add(
      "IMG8002",
      'Input "image" is given.',
      `Leave it out, or set "mode" to verify: ${mode} works on folders.`
    );
  const places = {
    snapshot: snapshotFile(reader),
    lock: text("lock"),
    installation: { nodes: text("nodes"), comfyui: text("comfyui"), python: text("python") },
    image,
    from: text("from"),
    to: text("to"),
    output: text("output"),
    report: text("report")
  };
  const token = text("github-token");
  problems.throwIfAny();
  return { mode, ...places, rules, restoring, updating, token };
}
function textOf(reader) {
  return (name) => reader.text(name).trim();
}
function snapshotFile(reader) {
  return textOf(reader)("snapshot");
}
function readMode(reader) {
  return readChoice(reader, "mode", MODE_NAMES);
}
function readRules(reader) {
  const problems = new InputProblems();
  const allowBranches = problems.try(() => readBoolean(reader, "allow-branches")) ?? false;
  const expectedNodes = problems.try(() => readInteger(reader, "expected-nodes", { min: 0, max: 1e5 }));
  problems.throwIfAny();
  return {
    allowBranches,
    allowHosts: readLines(reader, "allow-hosts"),
    allowOwners: readLines(reader, "allow-owners"),
    expectedNodes
  };
}
function readRestoring(reader) {
  const problems = new InputProblems();
  const text = textOf(reader);
  const engine = problems.try(() => readChoice(reader, "engine", ["native", "comfy-cli"]));
  const jobs = problems.try(() => readInteger(reader, "jobs", { min: 1, max: 64 }));
  const extras = problems.try(() => readChoice(reader, "extras", ["disable", "remove", "keep", "fail"]));
  const registry = problems.try(() => readAddress(reader, "registry"));
  problems.throwIfAny();
  return {
    engine,
    cache: text("cache"),
    jobs,
    extras,
    files: text("files"),
    installScripts: readInstallScripts(reader),
    requirements: readLines(reader, "requirements"),
    registry
  };
}
function readInstallScripts(reader) {
  const lines = readLines(reader, "install-scripts");
  const [first = "never", ...more] = lines;
  return more.length === 0 && (first === "never" || first === "all") ? first : lines;
}
function readAddress(reader, name) {
  const text = textOf(reader)(name);
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const isSafe = url?.protocol === "https:" || /^http:\/\/(127(\.\d+){3}|localhost|\[::1\])([:/]|$)/.test(text);
  if (url && isSafe && url.username === "" && url.password === "") return text.replace(/\/+$/, "");
  throw new InputError("IMG8003", `Input "${name}" is no address that begins with https://.`, {
    hint: "Write it without a login, as in https://api.comfy.org."
  });
}
function readUpdating(reader) {
  const problems = new InputProblems();
  const text = textOf(reader);
  const minAgeDays = problems.try(() => readInteger(reader, "min-age-days", { min: 0, max: 3650 }));
  const retain = problems.try(() => readInteger(reader, "retain", { min: 1, max: 1e3 }));
  problems.throwIfAny();
  return {
    policy: readLines(reader, "policy"),
    minAgeDays,
    include: readLines(reader, "include"),
    exclude: readLines(reader, "exclude"),
    archiveDir: text("archive-dir"),
    retain,
    candidate: text("candidate"),
    branch: text("branch"),
    labels: readLines(reader, "labels")
  };
}

export {
  NONE,
  parseInputs,
  snapshotFile,
  readMode,
  readRules
};
