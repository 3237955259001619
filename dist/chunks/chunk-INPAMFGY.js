import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/runner/documents.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
var LONGEST_DOCUMENT = 64 * 1024 * 1024;
function isArchive(content) {
  return content.toString("latin1", 0, 4) === "PK";
}
function documentSources(runner) {
  return {
    readFile: (path) => readFile(resolve(runner.event.workspace, path), "utf8"),
    artifact: async (name) => (await runner.artifacts()).get(name)
  };
}

export {
  LONGEST_DOCUMENT,
  isArchive,
  documentSources
};
