import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPrepare
} from "../chunks/chunk-KPLJEZG7.js";
import "../chunks/chunk-7QTGPPFG.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-AQLLFULB.js";
import "../chunks/chunk-4ZJFC4ZV.js";
import "../chunks/chunk-4DAHWBAO.js";
import "../chunks/chunk-XHNMAUTT.js";
import "../chunks/chunk-VUY6WMLY.js";
import "../chunks/chunk-4AZQLQE2.js";
import "../chunks/chunk-SFAXQ2WK.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-PZLRRKXN.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-HNX5EVE5.js";
import "../chunks/chunk-ILLAHRVN.js";
import "../chunks/chunk-RBHX4PW7.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-S5AK6Y7H.js";
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

// actions/prepare/index.ts
await runAction(runPrepare);
