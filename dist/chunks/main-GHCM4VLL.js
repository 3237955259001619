import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  cleanUp
} from "./chunk-CCYAX6I4.js";
import "./chunk-URNUVPV7.js";
import "./chunk-6SKOUH5T.js";
import "./chunk-WOMC7VJ6.js";
import "./chunk-IDGKUODQ.js";
import "./chunk-LAA5ZFTH.js";
import "./chunk-FKA4GPVW.js";
import "./chunk-XVK3NXXF.js";
import "./chunk-2VKUB6JG.js";
import "./chunk-SV6R6RAU.js";
import "./chunk-BIXKFTLX.js";
import "./chunk-AEMEIGJB.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-M4TK4L4R.js";
import "./chunk-IQHIBHU4.js";
import "./chunk-MWYW6ZGL.js";
import "./chunk-GXHYLKW3.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-2HSYLW7U.js";
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
import "./chunk-TIJULC24.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";
export {
  cleanUp
};
