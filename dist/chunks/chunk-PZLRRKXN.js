import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/plan/origin.ts
function readOrigin(event) {
  const pull = event.name.startsWith("pull_request") ? field(event.payload, "pull_request") : void 0;
  if (pull !== void 0) return pullOrigin(event, pull);
  const branch = after(event.ref, "refs/heads/");
  if (branch !== void 0) return { kind: "branch", name: branch, onDefaultBranch: isDefault(branch, event) };
  const tag = after(event.ref, "refs/tags/");
  if (tag !== void 0) return { kind: "tag", name: tag, onDefaultBranch: false };
  const number = pullNumber(event.ref);
  if (number !== void 0) return { kind: "pull", name: number, onDefaultBranch: false };
  return { kind: "other", name: event.ref, onDefaultBranch: false };
}
function pullOrigin(event, pull) {
  const number = pullNumber(event.ref) ?? String(field(pull, "number") ?? "");
  const base = text(field(field(pull, "base"), "ref"));
  const head = field(pull, "head");
  const home = text(field(field(head, "repo"), "full_name"));
  const fork = home.toLowerCase() !== event.repository.toLowerCase();
  const pullRequest = { base, head: text(field(head, "ref")), fork };
  return { kind: "pull", name: number, onDefaultBranch: false, pullRequest };
}
function isDefault(branch, event) {
  return branch === event.defaultBranch || event.name === "schedule";
}
function pullNumber(ref) {
  return after(ref, "refs/pull/")?.replace(/\/(?:merge|head)$/, "");
}
function after(text2, prefix) {
  return text2.startsWith(prefix) ? text2.slice(prefix.length) : void 0;
}
function field(value, name) {
  return typeof value === "object" && value !== null ? value[name] : void 0;
}
function text(value) {
  return typeof value === "string" ? value : "";
}

export {
  readOrigin,
  field,
  text
};
