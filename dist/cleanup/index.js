import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  cleanUp
} from "../chunks/chunk-TTTT6FRI.js";
import "../chunks/chunk-URNUVPV7.js";
import "../chunks/chunk-UIL4NMKB.js";
import "../chunks/chunk-BF25DL5F.js";
import "../chunks/chunk-IDGKUODQ.js";
import "../chunks/chunk-LAA5ZFTH.js";
import "../chunks/chunk-YUFBBVGX.js";
import "../chunks/chunk-XVK3NXXF.js";
import "../chunks/chunk-SV6R6RAU.js";
import "../chunks/chunk-TP2O3NVC.js";
import "../chunks/chunk-AEMEIGJB.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-WXD52NIU.js";
import "../chunks/chunk-6A4I4S5B.js";
import "../chunks/chunk-HDN5D376.js";
import "../chunks/chunk-YUSPKDJ3.js";
import "../chunks/chunk-PZLRRKXN.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-2HSYLW7U.js";
import "../chunks/chunk-3GAQ376T.js";
import "../chunks/chunk-RFCJMMXT.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-2PS77DZP.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-GXUJKJQK.js";
import "../chunks/chunk-BB3AEXZU.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-LSEBAOCN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/cleanup/index.ts
await runAction(cleanUp, {
  what: "The cleanup",
  published: "everything that was published before; a cleanup takes nothing of it back.",
  next: "put right what is named here; the next run takes away what remained."
});
