import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  build
} from "./chunk-INRULGN2.js";
import "./chunk-MLOJHA2V.js";
import "./chunk-EQTJFP44.js";
import "./chunk-VFETRPON.js";
import "./chunk-HBX4TQYE.js";
import "./chunk-CODHTNNF.js";
import "./chunk-Z55L4X2P.js";
import "./chunk-XIOHQ37C.js";
import "./chunk-URNJPMFR.js";
import "./chunk-IOIQ46G3.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-SSQM236A.js";
import "./chunk-22GXBJPJ.js";
import "./chunk-EVAYKWNT.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-EXBSXHJS.js";
import "./chunk-XHNMAUTT.js";
import "./chunk-AQLLFULB.js";
import "./chunk-VUY6WMLY.js";
import "./chunk-4AZQLQE2.js";
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
import "./chunk-DNWJD24H.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  build
};
