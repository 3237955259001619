import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/build/work.ts
import { rm } from "node:fs/promises";
function saveWork(runner, work) {
  runner.saveState("work", JSON.stringify(work));
}
function readWork(runner) {
  const text = runner.state("work");
  return text === "" ? void 0 : JSON.parse(text);
}
async function removeWork(work) {
  await rm(work.folder, { recursive: true, force: true });
}

export {
  saveWork,
  readWork,
  removeWork
};
