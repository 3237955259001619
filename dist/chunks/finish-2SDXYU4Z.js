import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
} from "./chunk-UIL4NMKB.js";
import "./chunk-BF25DL5F.js";
import "./chunk-IDGKUODQ.js";
import "./chunk-LAA5ZFTH.js";
import "./chunk-YUFBBVGX.js";
import "./chunk-XVK3NXXF.js";
import "./chunk-TP2O3NVC.js";
import "./chunk-AEMEIGJB.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-WXD52NIU.js";
import "./chunk-6A4I4S5B.js";
import "./chunk-HDN5D376.js";
import "./chunk-YUSPKDJ3.js";
import "./chunk-2HSYLW7U.js";
import "./chunk-3GAQ376T.js";
import "./chunk-RFCJMMXT.js";
import "./chunk-2KWCTZZ6.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-2PS77DZP.js";
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
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
};
