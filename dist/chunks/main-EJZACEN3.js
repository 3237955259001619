import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline,
  runPipeline
} from "./chunk-LEEKFBTX.js";
import "./chunk-OECDORJV.js";
import "./chunk-MNIW6FOU.js";
import "./chunk-KPLJEZG7.js";
import "./chunk-6JYMCGK2.js";
import "./chunk-Q7XATDVR.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-JC7I2YQX.js";
import "./chunk-RLAJ5C4T.js";
import "./chunk-22GXBJPJ.js";
import "./chunk-7QTGPPFG.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-AQLLFULB.js";
import "./chunk-4ZJFC4ZV.js";
import "./chunk-4DAHWBAO.js";
import "./chunk-XHNMAUTT.js";
import "./chunk-VUY6WMLY.js";
import "./chunk-4AZQLQE2.js";
import "./chunk-SFAXQ2WK.js";
import "./chunk-TIJULC24.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-OMGGJSLT.js";
import "./chunk-ILLAHRVN.js";
import "./chunk-RBHX4PW7.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-5XXXVB74.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-766GEI45.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  finishPipeline,
  runPipeline
};
