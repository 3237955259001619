import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPrepare
} from "./chunk-QYOWE3MD.js";
import "./chunk-SNN7FOFX.js";
import "./chunk-GDMFZWVF.js";
import "./chunk-QLITWLEZ.js";
import "./chunk-IJOCRBIZ.js";
import "./chunk-5S6IMNDR.js";
import "./chunk-M3R5HUOY.js";
import "./chunk-I5ZUI3EO.js";
import "./chunk-NXDTJQED.js";
import "./chunk-CILVAWX5.js";
import "./chunk-THVJOUJ4.js";
import "./chunk-SFAXQ2WK.js";
import "./chunk-LUX6I4HD.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-2HSYLW7U.js";
import "./chunk-QQAGYR2F.js";
import "./chunk-2KWCTZZ6.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-5XXXVB74.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-TIJULC24.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";
export {
  runPrepare
};
