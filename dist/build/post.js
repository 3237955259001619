import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "../chunks/chunk-HYX2D2PW.js";
import "../chunks/chunk-HBX4TQYE.js";
import "../chunks/chunk-CODHTNNF.js";
import "../chunks/chunk-Z55L4X2P.js";
import {
  finishVerification
} from "../chunks/chunk-Q7XATDVR.js";
import {
  readWork,
  removeWork
} from "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-JC7I2YQX.js";
import "../chunks/chunk-EZQO47NV.js";
import {
  runAction
} from "../chunks/chunk-7LQ6R5TO.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TESXM2KN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-OMWTWNNE.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/build/post.ts
await runAction(async (runner) => {
  const work = readWork(runner);
  if (!work) return;
  try {
    await finishVerification(runner);
    if (work.cache) await keepCache(runner, work.cache);
  } finally {
    await removeWork(work);
  }
});
