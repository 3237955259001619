import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  StoreCache
} from "./chunk-HBX4TQYE.js";
import {
  writeCache
} from "./chunk-CODHTNNF.js";
import {
  openEngine
} from "./chunk-JC7I2YQX.js";

// actions/build/keep-cache.ts
async function keepCache(runner, cache) {
  const engine = openEngine(runner.run, runner.environment, cache.env, cache.authFile);
  try {
    if (cache.to === "registry")
      await writeCache(engine, { ...cache.request, cacheFrom: void 0, labels: {} }, cache.repository);
    else
      await new StoreCache(engine, (await import("./cache-VJXPY64F.js")).cacheService, runner).save(cache.key);
  } catch (error) {
    runner.log.warn(`The cache could not be written; the next build will be slower: ${error}`);
  }
}

export {
  keepCache
};
