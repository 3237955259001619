import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/there.ts
import { access, constants, lstat } from "node:fs/promises";
import { join } from "node:path";
function isThere(path, mode) {
  return access(path, mode).then(
    () => true,
    () => false
  );
}
async function isFile(path) {
  return (await lstat(path).catch(() => void 0))?.isFile() ?? false;
}
async function findProgram(name, folders) {
  for (const folder of folders) {
    const path = join(folder, name);
    if (folder !== "" && await isThere(path, constants.X_OK)) return path;
  }
  return void 0;
}

export {
  isThere,
  isFile,
  findProgram
};
