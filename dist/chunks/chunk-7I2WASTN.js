import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  parse
} from "./chunk-BKXCIMUH.js";

// actions/runner/command-line/manifest-inputs.ts
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
  readManifest,
  isFlag,
  SECRET_INPUTS,
  optionReader,
  variableOf
};
