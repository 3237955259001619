import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isDockerHub,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  readBoolean,
  readLines
} from "./chunk-GDCOOEY7.js";
import {
  Problems,
  UserError
} from "./chunk-GTGSVCFP.js";

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

// actions/plan/repositories.ts
function readRegistries(written, owner, dockerhubUser) {
  if (written.length > 0) return [...new Set(written.map((line) => line.replace(/\/+$/, "")))];
  if (owner === "") {
    throw new UserError("IMG1201", "No registry is named.", {
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
    throw new UserError("IMG1202", `"${registry}" in "registries" names no registry.`, {
      hint: "Write the host and the namespace, as in ghcr.io/owner or docker.io/user."
    });
  }
  const needsNamespace = isDockerHub(first) || first === "ghcr.io";
  if (needsNamespace && !registry.includes("/")) {
    throw new UserError("IMG1203", `"${registry}" in "registries" lacks a namespace.`, {
      hint: `Write ${registry}/ and the name of a user or organisation.`
    });
  }
  const repository = parseRepository(`${registry}/${image}`);
  if (isDockerHub(repository.host) && repository.path.split("/").length > 2) {
    throw new UserError("IMG1204", `"${registry}/${image}" has too many parts for Docker Hub.`, {
      hint: "There a repository is called user/name, and no more."
    });
  }
  return repository;
}

export {
  readPlanRequest,
  splitList,
  readRegistries,
  repositoriesOf
};
