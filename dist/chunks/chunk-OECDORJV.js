import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
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

export {
  folderArtifacts
};
