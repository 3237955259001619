import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/base/reference.ts
var TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
var HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;
var COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var DOCKER_HOSTS = /* @__PURE__ */ new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
function isTag(text) {
  return TAG.test(text);
}
function isDockerHub(host) {
  return DOCKER_HOSTS.has(host);
}
function isLoopback(host) {
  const name = host.replace(/:\d+$/, "");
  return name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name) || /^(.+\.)?localhost$/.test(name);
}
function parseRepository(text) {
  const reference = parseReference(text);
  if (reference.tag !== void 0 || reference.digest !== void 0) {
    throw new UserError("IMG1005", `"${text}" names a tag or a digest where a repository is expected.`, {
      hint: `Write ${formatRepository(reference)}.`
    });
  }
  return { host: reference.host, path: reference.path };
}
function parseReference(text) {
  const [named, digest, ...more] = text.split("@");
  const { name, tag } = splitTag(named ?? "");
  const { host, path } = splitHost(name);
  const valid = more.length === 0 && HOST.test(host) && isPath(path) && (tag === void 0 || isTag(tag)) && (digest === void 0 || isDigest(digest));
  if (!valid) throw malformed(text, { path, tag });
  const reference = { host, path };
  if (tag !== void 0) reference.tag = tag;
  if (digest !== void 0) reference.digest = digest;
  return reference;
}
function isPath(path) {
  return path.length <= 255 && path.split("/").every((part) => COMPONENT.test(part));
}
function splitTag(named) {
  const colon = named.lastIndexOf(":");
  return colon > named.lastIndexOf("/") ? { name: named.slice(0, colon), tag: named.slice(colon + 1) } : { name: named };
}
function namesRegistry(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  return slash > 0 && (/[.:[]/.test(first) || first === "localhost");
}
function splitHost(name) {
  const slash = name.indexOf("/");
  const named = namesRegistry(name);
  const host = named ? name.slice(0, slash) : "docker.io";
  const path = named ? name.slice(slash + 1) : name;
  if (!isDockerHub(host)) return { host, path };
  return { host: "docker.io", path: path.includes("/") ? path : `library/${path}` };
}
function malformed(text, parts) {
  const hint = /[A-Z]/.test(parts.path) && isPath(parts.path.toLowerCase()) ? `Repository names are lower case: ${text.toLowerCase()}.` : parts.tag !== void 0 && parts.tag.length > 128 ? `A tag has at most 128 characters; this one has ${parts.tag.length}.` : "References look like ghcr.io/owner/app, ghcr.io/owner/app:1.2.3 or ghcr.io/owner/app@sha256:\u2026.";
  return new UserError("IMG1004", `"${text}" is not a valid image reference.`, { hint });
}
function formatRepository(repository) {
  return `${repository.host}/${repository.path}`;
}
function formatReference(reference) {
  const tag = reference.tag === void 0 ? "" : `:${reference.tag}`;
  const digest = reference.digest === void 0 ? "" : `@${reference.digest}`;
  return `${formatRepository(reference)}${tag}${digest}`;
}

export {
  isTag,
  isDockerHub,
  isLoopback,
  parseRepository,
  parseReference,
  namesRegistry,
  formatRepository,
  formatReference
};
