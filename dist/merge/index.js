import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "../chunks/chunk-MYLDWJJP.js";
import "../chunks/chunk-FUS34IWB.js";
import "../chunks/chunk-KI7QCDYV.js";
import "../chunks/chunk-VKZ6VVK3.js";
import "../chunks/chunk-FCMIYNQF.js";
import "../chunks/chunk-GMTXQTGE.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-UP4QSNB5.js";
import "../chunks/chunk-E6NCPQQM.js";
import "../chunks/chunk-VQ7M5DAN.js";
import "../chunks/chunk-E2FP4YXM.js";
import "../chunks/chunk-F2OPBZZQ.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-FBCIT7LV.js";
import "../chunks/chunk-ZMLAV65Y.js";
import "../chunks/chunk-EEF4P7EV.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-4UJK46GT.js";
import "../chunks/chunk-GELEYPG5.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-PZLRRKXN.js";
import "../chunks/chunk-Z4JIA77U.js";
import "../chunks/chunk-HFDOI222.js";
import "../chunks/chunk-CYP3GF72.js";
import "../chunks/chunk-XPZIJBQ7.js";
import "../chunks/chunk-UDUTJ6LN.js";
import "../chunks/chunk-XVKGT7ZS.js";
import "../chunks/chunk-NROQNITU.js";
import "../chunks/chunk-47RHK2R6.js";
import {
  runAction
} from "../chunks/chunk-ANSOTON4.js";
import "../chunks/chunk-GMWTVKVQ.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-CJFIOQJK.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/merge/index.ts
await runAction(async (runner) => {
  const { error } = await mergeImages(runner);
  if (error !== void 0) throw error;
});
