import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  build
} from "./chunk-Q7ESNMYT.js";
import "./chunk-VDIN7ACF.js";
import "./chunk-VQ7M5DAN.js";
import "./chunk-E2FP4YXM.js";
import "./chunk-F2OPBZZQ.js";
import "./chunk-5XXXVB74.js";
import "./chunk-SCAV7H2C.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-ZMLAV65Y.js";
import "./chunk-EEF4P7EV.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-4UJK46GT.js";
import "./chunk-GELEYPG5.js";
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
import "./chunk-DNWJD24H.js";
import "./chunk-CJFIOQJK.js";
import "./chunk-EZQO47NV.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  build
};
