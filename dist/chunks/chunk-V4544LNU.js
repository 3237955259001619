import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishVerification
} from "./chunk-DOI4ZRPN.js";

// actions/verify/finish.ts
import { rm } from "node:fs/promises";
function saveFolder(runner, folder) {
  runner.saveState("folder", folder);
}
async function finishVerify(runner) {
  try {
    await finishVerification(runner);
  } finally {
    const folder = runner.state("folder");
    if (folder !== "") await rm(folder, { recursive: true, force: true });
  }
}

export {
  saveFolder,
  finishVerify
};
