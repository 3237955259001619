import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "./chunk-MYLDWJJP.js";
import "./chunk-FUS34IWB.js";
import "./chunk-KI7QCDYV.js";
import "./chunk-VKZ6VVK3.js";
import "./chunk-FCMIYNQF.js";
import "./chunk-GMTXQTGE.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-UP4QSNB5.js";
import "./chunk-E6NCPQQM.js";
import "./chunk-VQ7M5DAN.js";
import "./chunk-E2FP4YXM.js";
import "./chunk-F2OPBZZQ.js";
import "./chunk-5XXXVB74.js";
import "./chunk-FBCIT7LV.js";
import "./chunk-ZMLAV65Y.js";
import "./chunk-EEF4P7EV.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-4UJK46GT.js";
import "./chunk-GELEYPG5.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-Z4JIA77U.js";
import "./chunk-HFDOI222.js";
import "./chunk-CYP3GF72.js";
import "./chunk-XPZIJBQ7.js";
import "./chunk-UDUTJ6LN.js";
import "./chunk-XVKGT7ZS.js";
import "./chunk-NROQNITU.js";
import "./chunk-47RHK2R6.js";
import "./chunk-7RD6AW52.js";
import "./chunk-CJFIOQJK.js";
import "./chunk-EZQO47NV.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  mergeImages
};
