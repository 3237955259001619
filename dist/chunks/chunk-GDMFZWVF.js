import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isDockerHub
} from "./chunk-ZNDI3WQU.js";
import {
  readLines
} from "./chunk-GDCOOEY7.js";

// actions/plan/credentials.ts
var ANY_HOST = "registry-auth";
function readCredentialHosts(reader) {
  return readLines(reader, "has-credentials");
}
function checkCredentials(registries, hosts, dockerhubUser, problems) {
  if (hosts.includes(ANY_HOST)) return;
  const targets = registries.map((registry) => registry.split("/")[0] ?? "");
  const missing = new Set(targets.filter((host) => !hosts.includes(host)));
  if ([...missing].some(isDockerHub)) {
    const secrets = dockerhubUser ? "DOCKERHUB_TOKEN is" : "DOCKERHUB_USERNAME and DOCKERHUB_TOKEN are";
    problems.add(
      "IMG1205",
      `docker.io is among the registries, but ${secrets} missing.`,
      'Set them as secrets of the repository (the token needs the rights Read, Write and Delete) and pass them on, or leave docker.io out of "registries". On your own machine, podman login docker.io is enough.'
    );
  }
  if (missing.has("ghcr.io")) {
    problems.add(
      "IMG1206",
      "ghcr.io is among the registries, but there is no token for it.",
      'Pass github-token and give the job "packages: write", or leave ghcr.io out of "registries". On your own machine, podman login ghcr.io is enough.'
    );
  }
}

export {
  ANY_HOST,
  readCredentialHosts,
  checkCredentials
};
