import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "../chunks/chunk-36VIKXLM.js";
import {
  readWork,
  removeWork
} from "../chunks/chunk-T53CYRPG.js";
import {
  runAction
} from "../chunks/chunk-DLDEKUDA.js";
import "../chunks/chunk-GXI5IJRR.js";
import "../chunks/chunk-B4SVCLI7.js";
import "../chunks/chunk-QD4QZIA5.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-LLL4ZUSA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/build/post.ts
await runAction(async (runner) => {
  const work = readWork(runner);
  if (!work) return;
  try {
    if (work.cache) await keepCache(runner, work.cache);
  } finally {
    await removeWork(work);
  }
});
