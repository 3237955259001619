import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  JOURNAL_STATE,
  finishCleanUp
} from "./chunk-WN2ZEDN2.js";
import "./chunk-7APBAPNP.js";
import "./chunk-JYON4SBC.js";
import "./chunk-OXSKPOUD.js";
import "./chunk-GMTXQTGE.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-E6NCPQQM.js";
import "./chunk-VQ7M5DAN.js";
import "./chunk-E2FP4YXM.js";
import "./chunk-F2OPBZZQ.js";
import "./chunk-5XXXVB74.js";
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
  JOURNAL_STATE,
  finishCleanUp
};
