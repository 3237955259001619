import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPipeline
} from "../chunks/chunk-NHUH7DC7.js";
import "../chunks/chunk-IZVU4G3T.js";
import "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-25K77DWZ.js";
import "../chunks/chunk-HCSJIDNV.js";
import "../chunks/chunk-5THWWG6Q.js";
import {
  runAction
} from "../chunks/chunk-7JWHP2T5.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-OSPWAXBH.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-X77PGXKT.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-KR75YBR5.js";
import "../chunks/chunk-KY2NBT2M.js";
import "../chunks/chunk-VXUCMASS.js";
import "../chunks/chunk-QNVU2JFQ.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-TXYBSCTN.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/pipeline/index.ts
await runAction(async (runner) => {
  const { error } = await runPipeline(runner);
  if (error !== void 0) throw error;
});
