import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "../chunks/chunk-4SHLANE4.js";
import {
  readWork,
  removeWork
} from "../chunks/chunk-RBOF6GWP.js";
import {
  runAction
} from "../chunks/chunk-3VIO3ZYD.js";
import "../chunks/chunk-OKMJADBX.js";
import "../chunks/chunk-WNFF4Q62.js";
import "../chunks/chunk-LYDCOZUA.js";
import "../chunks/chunk-CHZVDVT5.js";
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
