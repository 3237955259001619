import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runSnapshot
} from "../chunks/chunk-F6EG2WOI.js";
import "../chunks/chunk-HQ6YO7FU.js";
import "../chunks/chunk-IHOTSPCP.js";
import "../chunks/chunk-FQS3CJXJ.js";
import "../chunks/chunk-6ATBRX4H.js";
import "../chunks/chunk-ZQ3A7QTU.js";
import "../chunks/chunk-ZIZGBSNS.js";
import "../chunks/chunk-B2PF4ORM.js";
import "../chunks/chunk-JC7I2YQX.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-HNX5EVE5.js";
import "../chunks/chunk-766GEI45.js";
import "../chunks/chunk-YQ2JDB3K.js";
import "../chunks/chunk-NQSZNAFT.js";
import "../chunks/chunk-MBEH4HWX.js";
import "../chunks/chunk-47KHJZ2A.js";
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

// actions/snapshot/index.ts
await runAction(async (runner) => {
  const { text, error } = await runSnapshot(runner);
  runner.log.info(text);
  if (error !== void 0) throw error;
});
