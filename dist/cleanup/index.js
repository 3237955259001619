import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  cleanUp
} from "../chunks/chunk-CCYAX6I4.js";
import "../chunks/chunk-URNUVPV7.js";
import "../chunks/chunk-6SKOUH5T.js";
import "../chunks/chunk-WOMC7VJ6.js";
import "../chunks/chunk-IDGKUODQ.js";
import "../chunks/chunk-LAA5ZFTH.js";
import "../chunks/chunk-FKA4GPVW.js";
import "../chunks/chunk-XVK3NXXF.js";
import "../chunks/chunk-2VKUB6JG.js";
import "../chunks/chunk-SV6R6RAU.js";
import "../chunks/chunk-BIXKFTLX.js";
import "../chunks/chunk-AEMEIGJB.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-M4TK4L4R.js";
import "../chunks/chunk-IQHIBHU4.js";
import "../chunks/chunk-MWYW6ZGL.js";
import "../chunks/chunk-GXHYLKW3.js";
import "../chunks/chunk-PZLRRKXN.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-2HSYLW7U.js";
import "../chunks/chunk-SEJ6WIJR.js";
import "../chunks/chunk-QQAGYR2F.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-ZNDI3WQU.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-XXCC3H4E.js";
import "../chunks/chunk-XV2DQXQM.js";
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
