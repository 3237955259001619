import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Transport,
  askOnce
} from "./chunk-Q4OJ4N3L.js";
import {
  RegistryError,
  defaultRetry,
  retrying
} from "./chunk-3GJCAOQT.js";
import {
  readBoolean,
  readLines
} from "./chunk-NQSZNAFT.js";
import {
  isDockerHub,
  isLoopback,
  parseRepository
} from "./chunk-S5AK6Y7H.js";
import {
  CancelledError,
  Problems,
  UserError,
  messageOf
} from "./chunk-OMWTWNNE.js";

// actions/plan/request.ts
function readPlanRequest(reader) {
  const problems = new Problems();
  const text = (name) => reader.text(name).trim();
  const flag = (name) => problems.try(() => readBoolean(reader, name)) ?? false;
  return {
    image: text("image"),
    images: reader.text("images"),
    registries: splitList(reader.text("registries")),
    platforms: reader.text("platforms"),
    runners: readLines(reader, "runners"),
    tags: reader.text("tags"),
    flavor: reader.text("flavor"),
    labels: readLines(reader, "labels"),
    annotations: readLines(reader, "annotations"),
    context: text("context"),
    file: text("file"),
    target: text("target"),
    buildArgs: readLines(reader, "build-args"),
    tagName: text("tag-name"),
    skipPush: flag("skip-push"),
    // Strict unless switched off: also for a caller whose manifest gives no default.
    strictSemver: text("strict-semver") === "" || flag("strict-semver"),
    changedOnly: flag("changed-only"),
    dockerhubUsername: text("dockerhub-username"),
    problems: problems.list
  };
}
function splitList(text) {
  return text.split("\n").filter((line) => !line.trim().startsWith("#")).flatMap((line) => line.split(",")).map((item) => item.trim()).filter((item) => item !== "");
}

// actions/plan/id.ts
import { createHash } from "node:crypto";
function standaloneId(identity) {
  const { runId, revision, images, rules } = identity;
  const parts = [runId, revision, images.map(({ name, repositories }) => [name, repositories]), rules];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}
function randomPlanId(randomBytes) {
  return Buffer.from(randomBytes(6)).toString("hex");
}

// actions/plan/repositories.ts
function readRegistries(written, owner, dockerhubUser) {
  if (written.length > 0) return [...new Set(written.map((line) => line.replace(/\/+$/, "")))];
  if (owner === "") {
    throw new UserError("No registry is named.", {
      hint: 'Set "registries", as in ghcr.io/owner; unless given it is ghcr.io/ with the owner that the git remote "origin" tells.'
    });
  }
  const github = `ghcr.io/${owner.toLowerCase()}`;
  return dockerhubUser ? [github, `docker.io/${dockerhubUser.toLowerCase()}`] : [github];
}
function repositoriesOf(image, registries) {
  const problems = new Problems();
  const found = registries.flatMap((registry) => problems.try(() => join(registry, image)) ?? []);
  problems.throwIfAny();
  return found;
}
function join(registry, image) {
  const first = registry.split("/")[0] ?? "";
  if (registry.startsWith("-") || !(/[.:[]/.test(first) || first === "localhost")) {
    throw new UserError(`"${registry}" in "registries" names no registry.`, {
      hint: "Write the host and the namespace, as in ghcr.io/owner or docker.io/user."
    });
  }
  const needsNamespace = isDockerHub(first) || first === "ghcr.io";
  if (needsNamespace && !registry.includes("/")) {
    throw new UserError(`"${registry}" in "registries" lacks a namespace.`, {
      hint: `Write ${registry}/ and the name of a user or organisation.`
    });
  }
  const repository = parseRepository(`${registry}/${image}`);
  if (isDockerHub(repository.host) && repository.path.split("/").length > 2) {
    throw new UserError(`"${registry}/${image}" has too many parts for Docker Hub.`, {
      hint: "There a repository is called user/name, and no more."
    });
  }
  return repository;
}

// actions/runner/github-api.ts
var LONGEST_ANSWER = 64 * 1024 * 1024;
function openGithub(apiUrl, access, right) {
  const { token, clock, signal, log } = access;
  const transport = new Transport({ environment: process.env, signal });
  const usual = { method: "GET", limit: LONGEST_ANSWER, kind: "ghcr", loggedIn: true };
  const send = (url, headers, expected) => askOnce({ ...usual, url, headers, expected }, { transport, clock, peer: "GitHub" });
  const ask = (path, expected) => {
    const headers = {
      Accept: "application/vnd.github+json",
      Authorization: `Bearer ${token}`,
      "X-GitHub-Api-Version": "2022-11-28"
    };
    return send(new URL(`${apiUrl}${path}`), headers, expected);
  };
  const again = async (path, once) => {
    try {
      return await retrying(once, { policy: { ...defaultRetry, clock }, log, signal });
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      if (error instanceof RegistryError && (error.status === 404 || error.status === 410)) return void 0;
      throw unanswered(path, right, error);
    }
  };
  return {
    get: (path) => again(path, async () => JSON.parse((await ask(path, [200])).body.toString())),
    download: (path) => again(path, async () => {
      const { status, headers, body } = await ask(path, [200, 302]);
      return status === 200 ? body : (await send(safeAddress(headers.location), {}, [200])).body;
    }),
    close: () => transport.close()
  };
}
function safeAddress(location) {
  const url = new URL(location ?? "");
  if (url.protocol === "https:" || isLoopback(url.host)) return url;
  throw new UserError(`GitHub names ${url.origin}, which is not encrypted.`);
}
function unanswered(path, right, cause) {
  return new UserError(`GitHub did not answer ${path.split("?")[0]}: ${messageOf(cause)}`, {
    hint: `The token needs "${right}"; run the failed jobs again if GitHub had an outage.`,
    cause
  });
}

export {
  readPlanRequest,
  splitList,
  standaloneId,
  randomPlanId,
  readRegistries,
  repositoriesOf,
  openGithub
};
