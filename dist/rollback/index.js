import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "../chunks/chunk-ZGQ6HVFD.js";
import "../chunks/chunk-SOZWNRGF.js";
import "../chunks/chunk-7H53AFRE.js";
import "../chunks/chunk-P64A7N2L.js";
import "../chunks/chunk-X2BFYXFH.js";
import "../chunks/chunk-O3M4AG74.js";
import "../chunks/chunk-7HV3WY3J.js";
import "../chunks/chunk-MWM4TEIZ.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-CELXUKGE.js";
import "../chunks/chunk-2FTR4WCG.js";
import "../chunks/chunk-XIOHQ37C.js";
import "../chunks/chunk-URNJPMFR.js";
import "../chunks/chunk-EXBSXHJS.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-HNX5EVE5.js";
import "../chunks/chunk-766GEI45.js";
import "../chunks/chunk-Q4OJ4N3L.js";
import "../chunks/chunk-3GJCAOQT.js";
import "../chunks/chunk-MBEH4HWX.js";
import "../chunks/chunk-35SA7A42.js";
import "../chunks/chunk-LH472P7B.js";
import "../chunks/chunk-NQSZNAFT.js";
import "../chunks/chunk-S5AK6Y7H.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-47KHJZ2A.js";
import "../chunks/chunk-EZQO47NV.js";
import {
  runAction
} from "../chunks/chunk-2N353QYQ.js";
import "../chunks/chunk-H6I3XHRS.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-OMWTWNNE.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/rollback/index.ts
await runAction(async (runner) => {
  const { text, error } = await rollBack(runner);
  runner.log.info(text);
  if (error !== void 0) throw error;
});
