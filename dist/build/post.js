import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "../chunks/chunk-GUS2AZJY.js";
import "../chunks/chunk-RSFRWYS5.js";
import {
  readWork,
  removeWork
} from "../chunks/chunk-JKF2EBZU.js";
import {
  runAction
} from "../chunks/chunk-ESDHXRSU.js";
import "../chunks/chunk-BZNE2RVC.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-46FNGIEL.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

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
