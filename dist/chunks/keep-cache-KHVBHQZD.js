import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  StoreCache
} from "./chunk-5AYHD2HF.js";
import {
  writeCache
} from "./chunk-UHNRHQBO.js";
import "./chunk-NEBCN2RQ.js";
import "./chunk-O7MKDZIK.js";
import "./chunk-UTNP4HKY.js";
import {
  openEngine
} from "./chunk-PR5VHADN.js";
import "./chunk-LUX6I4HD.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/build/keep-cache.ts
async function keepCache(runner, cache) {
  const engine = openEngine(runner.run, runner.environment, cache.env, cache.authFile);
  try {
    if (cache.to === "registry")
      await writeCache(engine, { ...cache.request, cacheFrom: void 0, labels: {} }, cache.repository);
    else
      await new StoreCache(engine, (await import("./cache-VHRZAHBH.js")).cacheService, runner).save(cache.key);
  } catch (error) {
    runner.log.warn(`The cache could not be written; the next build will be slower: ${error}`);
  }
}
export {
  keepCache
};
