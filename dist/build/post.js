import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "../chunks/chunk-T6UPPEU6.js";
import {
  readWork,
  removeWork
} from "../chunks/chunk-KKZAKYSL.js";
import {
  runAction
} from "../chunks/chunk-QOJ24JMR.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-Q6CK6U73.js";
import "../chunks/chunk-CHZVDVT5.js";
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
