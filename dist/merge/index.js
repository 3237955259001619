import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "../chunks/chunk-MIM4XLGY.js";
import "../chunks/chunk-XWKZSHT7.js";
import "../chunks/chunk-6WZ6BNXQ.js";
import "../chunks/chunk-57ATMLXS.js";
import "../chunks/chunk-77BDKFB2.js";
import "../chunks/chunk-SV6R6RAU.js";
import "../chunks/chunk-BIXKFTLX.js";
import "../chunks/chunk-AEMEIGJB.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-Q4KXHJQD.js";
import "../chunks/chunk-M4TK4L4R.js";
import "../chunks/chunk-IQHIBHU4.js";
import "../chunks/chunk-MWYW6ZGL.js";
import "../chunks/chunk-GXHYLKW3.js";
import "../chunks/chunk-ESQ2FS3M.js";
import "../chunks/chunk-KID3JUHS.js";
import "../chunks/chunk-SNN7FOFX.js";
import "../chunks/chunk-GDMFZWVF.js";
import "../chunks/chunk-QLITWLEZ.js";
import "../chunks/chunk-IJOCRBIZ.js";
import "../chunks/chunk-5S6IMNDR.js";
import "../chunks/chunk-M3R5HUOY.js";
import "../chunks/chunk-I5ZUI3EO.js";
import "../chunks/chunk-NXDTJQED.js";
import "../chunks/chunk-CILVAWX5.js";
import "../chunks/chunk-THVJOUJ4.js";
import "../chunks/chunk-SFAXQ2WK.js";
import "../chunks/chunk-LUX6I4HD.js";
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

// actions/merge/index.ts
await runAction(mergeImages, {
  what: "The merge",
  published: "nothing by this attempt, unless the log of this job names it.",
  next: "put right what is named here, then choose **Re-run failed jobs**; finished builds are used again."
});
