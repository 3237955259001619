import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  systemClock
} from "./chunk-Q6CK6U73.js";
import {
  Problems,
  UserError,
  isDigest
} from "./chunk-CHZVDVT5.js";

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
function parseRepository(text) {
  const reference = parseReference(text);
  if (reference.tag !== void 0 || reference.digest !== void 0) {
    throw new UserError(`"${text}" names a tag or a digest where a repository is expected.`, {
      hint: `Write ${formatRepository(reference)}.`
    });
  }
  return { host: reference.host, path: reference.path };
}
function parseReference(text) {
  const [named, digest, ...more] = text.split("@");
  const { name, tag } = splitTag(named ?? "");
  const { host, path } = splitHost(name);
  const valid = more.length === 0 && HOST.test(host) && path.length <= 255 && path.split("/").every((part) => COMPONENT.test(part)) && (tag === void 0 || isTag(tag)) && (digest === void 0 || isDigest(digest));
  if (!valid) throw malformed(text, { path, tag });
  const reference = { host, path };
  if (tag !== void 0) reference.tag = tag;
  if (digest !== void 0) reference.digest = digest;
  return reference;
}
function splitTag(named) {
  const colon = named.lastIndexOf(":");
  return colon > named.lastIndexOf("/") ? { name: named.slice(0, colon), tag: named.slice(colon + 1) } : { name: named };
}
function splitHost(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = slash > 0 && (/[.:[]/.test(first) || first === "localhost");
  const host = isHost ? first : "docker.io";
  const path = isHost ? name.slice(slash + 1) : name;
  if (!isDockerHub(host)) return { host, path };
  return { host: "docker.io", path: path.includes("/") ? path : `library/${path}` };
}
function malformed(text, parts) {
  const hint = /[A-Z]/.test(parts.path) ? `Repository names are lower case: ${text.toLowerCase()}.` : parts.tag !== void 0 && parts.tag.length > 128 ? `A tag has at most 128 characters; this one has ${parts.tag.length}.` : "References look like ghcr.io/owner/app, ghcr.io/owner/app:1.2.3 or ghcr.io/owner/app@sha256:\u2026.";
  return new UserError(`"${text}" is not a valid image reference.`, { hint });
}
function formatRepository(repository) {
  return `${repository.host}/${repository.path}`;
}
function formatReference(reference) {
  const tag = reference.tag === void 0 ? "" : `:${reference.tag}`;
  const digest = reference.digest === void 0 ? "" : `@${reference.digest}`;
  return `${formatRepository(reference)}${tag}${digest}`;
}

// actions/base/inputs.ts
function readBoolean(reader, name) {
  const text = reader.text(name).trim();
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  if (text === "" || /^(false|no|off|0)$/i.test(text)) return false;
  throw new UserError(`Input "${name}" is "${text}".`, { hint: "Write true or false." });
}
function readLines(reader, name) {
  return reader.text(name).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function readInteger(reader, name, range) {
  const text = reader.text(name).trim();
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < range.min || value > range.max) {
    throw new UserError(`Input "${name}" is "${text}".`, {
      hint: `Write a whole number from ${range.min} to ${range.max}.`
    });
  }
  return value;
}
function readChoice(reader, name, choices) {
  const text = reader.text(name).trim();
  const found = choices.find((choice) => choice === text);
  if (found === void 0)
    throw new UserError(`Input "${name}" is "${text}".`, { hint: `Write one of: ${choices.join(", ")}.` });
  return found;
}
function readPairs(reader, name) {
  const problems = new Problems();
  const pairs = readLines(reader, name).flatMap((line) => {
    const equals = line.indexOf("=");
    if (equals > 0) return [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()]];
    problems.add(`Input "${name}" has the line "${line}".`, "Each line reads name=value.");
    return [];
  });
  problems.throwIfAny();
  return pairs;
}

// actions/base/retry.ts
var defaultRetry = {
  attempts: 3,
  base: 1e4,
  longest: 12e4,
  deadline: 15 * 6e4,
  clock: systemClock,
  random: Math.random
};
function waitFor(attempt, advice, policy) {
  const planned = policy.base * 2 ** (attempt - 1) * (1 + 0.2 * policy.random());
  return Math.min(policy.longest, Math.max(planned, advice.after ?? 0));
}
async function retry(operation, policy, options) {
  const started = policy.clock.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation(attempt);
    } catch (error) {
      const advice = options.advise(error);
      if (!advice || attempt >= policy.attempts || options.signal?.aborted) throw error;
      const wait = waitFor(attempt, advice, policy);
      if (policy.clock.now() - started + wait > policy.deadline) throw error;
      options.onRetry?.(error, attempt, wait);
      await policy.clock.sleep(wait, options.signal);
    }
  }
}

export {
  isTag,
  isDockerHub,
  parseRepository,
  parseReference,
  formatRepository,
  formatReference,
  readBoolean,
  readLines,
  readInteger,
  readChoice,
  readPairs,
  defaultRetry,
  retry
};
