import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "./chunk-XCC7L4KF.js";
import "./chunk-Q4KXHJQD.js";
import "./chunk-M4TK4L4R.js";
import "./chunk-IQHIBHU4.js";
import "./chunk-MWYW6ZGL.js";
import "./chunk-GXHYLKW3.js";
import "./chunk-SEJ6WIJR.js";
import "./chunk-QQAGYR2F.js";
import "./chunk-2KWCTZZ6.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-5XXXVB74.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";
export {
  finishInterrupted
};
