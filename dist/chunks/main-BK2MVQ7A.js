import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  build
} from "./chunk-BMW6Y4IU.js";
import "./chunk-EYIHTGT6.js";
import "./chunk-7DKEUAWJ.js";
import "./chunk-SGM7WGTQ.js";
import "./chunk-LRCCOWI4.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-46SNBDSJ.js";
import "./chunk-LQ6JDNE7.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-AMKNJ2LH.js";
import "./chunk-P47AY5Z5.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-U247VDFI.js";
import "./chunk-2ZRRY4S3.js";
import "./chunk-HFDOI222.js";
import "./chunk-3DYISLRF.js";
import "./chunk-IIN6DLPC.js";
import "./chunk-5JAQFEDE.js";
import "./chunk-D3Z32HSV.js";
import "./chunk-ESPJ7BBO.js";
import "./chunk-5XXXVB74.js";
import "./chunk-7RD6AW52.js";
import "./chunk-DNWJD24H.js";
import "./chunk-JH3HU3BP.js";
import "./chunk-EZQO47NV.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  build
};
