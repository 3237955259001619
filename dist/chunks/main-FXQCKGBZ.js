import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline,
  runPipeline
} from "./chunk-GDT4BDRW.js";
import "./chunk-3LLXFI2Y.js";
import "./chunk-3T5RQFEM.js";
import "./chunk-IOIQ46G3.js";
import "./chunk-JEOJV6G4.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-SSQM236A.js";
import "./chunk-SNHP36EP.js";
import "./chunk-22GXBJPJ.js";
import "./chunk-EVAYKWNT.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-EXBSXHJS.js";
import "./chunk-XHNMAUTT.js";
import "./chunk-AQLLFULB.js";
import "./chunk-VUY6WMLY.js";
import "./chunk-4AZQLQE2.js";
import "./chunk-TIJULC24.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-766GEI45.js";
import "./chunk-Q4OJ4N3L.js";
import "./chunk-3GJCAOQT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-35SA7A42.js";
import "./chunk-LH472P7B.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-5XXXVB74.js";
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
