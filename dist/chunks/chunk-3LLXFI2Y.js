import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  parse
} from "./chunk-LH472P7B.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";

// actions/runner/artifact-folder.ts
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
function folderArtifacts(folder) {
  const path = (name) => join(folder, `${name}.json`);
  return {
    put: async (name, content) => {
      await mkdir(folder, { recursive: true });
      await writeFile(path(name), content, { flag: "wx" });
      return digestOf(content);
    },
    list: async (prefix) => {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => name.startsWith(prefix) && name.endsWith(".json")).map((name) => name.slice(0, -5));
    },
    get: (name) => readFile(path(name), "utf8").catch(() => void 0)
  };
}

// actions/pipeline/manifest-inputs.ts
import { readFileSync } from "node:fs";
function readManifest(path) {
  const { inputs } = parse(readFileSync(path, "utf8"));
  return Object.entries(inputs).map(([name, input]) => ({
    name,
    description: input.description,
    // Expressions are GitHub's to resolve.
    default: input.default?.startsWith("${{") ? "" : input.default ?? ""
  }));
}
var MORE_THAN_FLAGS = /* @__PURE__ */ new Set(["force-move"]);
function isFlag({ name, default: value }) {
  return /^(true|false)$/.test(value) && !MORE_THAN_FLAGS.has(name);
}
var SECRET_INPUTS = /* @__PURE__ */ new Set([
  "github-token",
  "dockerhub-token",
  "registry-auth",
  "secrets"
]);
function optionReader(manifest, given, environment) {
  const defaults = new Map(manifest.map((input) => [input.name, input.default]));
  return {
    text: (name) => {
      const variable = SECRET_INPUTS.has(name) ? environment[variableOf(name)] : void 0;
      return given[name] ?? variable ?? defaults.get(name) ?? "";
    }
  };
}
function variableOf(name) {
  return name.toUpperCase().replaceAll("-", "_");
}

export {
  folderArtifacts,
  readManifest,
  isFlag,
  SECRET_INPUTS,
  optionReader,
  variableOf
};
