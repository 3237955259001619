import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline
} from "../chunks/chunk-GDT4BDRW.js";
import "../chunks/chunk-3LLXFI2Y.js";
import "../chunks/chunk-3T5RQFEM.js";
import "../chunks/chunk-IOIQ46G3.js";
import "../chunks/chunk-JEOJV6G4.js";
import "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-SSQM236A.js";
import "../chunks/chunk-SNHP36EP.js";
import "../chunks/chunk-22GXBJPJ.js";
import "../chunks/chunk-EVAYKWNT.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-EXBSXHJS.js";
import "../chunks/chunk-XHNMAUTT.js";
import "../chunks/chunk-AQLLFULB.js";
import "../chunks/chunk-VUY6WMLY.js";
import "../chunks/chunk-4AZQLQE2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-PZLRRKXN.js";
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

// actions/pipeline/post.ts
await runAction(finishPipeline);
