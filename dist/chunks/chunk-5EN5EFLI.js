import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishBuilds
} from "./chunk-DI4UDGA2.js";
import {
  finishVerification
} from "./chunk-DOI4ZRPN.js";
import {
  readWork,
  removeWork
} from "./chunk-JKF2EBZU.js";

// actions/build/finish.ts
async function finishBuild(runner) {
  const work = readWork(runner);
  if (!work) return;
  try {
    await finishVerification(runner);
    if (work.cache) await (await import("./keep-cache-KHVBHQZD.js")).keepCache(runner, work.cache);
  } finally {
    await finishBuilds(runner, work.folder);
    await removeWork(work);
  }
}

export {
  finishBuild
};
