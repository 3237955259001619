import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPrepare
} from "../chunks/chunk-QYOWE3MD.js";
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
import "../chunks/chunk-QQAGYR2F.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-ZNDI3WQU.js";
import "../chunks/chunk-5XXXVB74.js";
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

// actions/prepare/index.ts
await runAction(runPrepare, {
  what: "Preparing",
  published: "nothing. No build was begun, and every tag holds what it held.",
  next: "put right what is named here, and start the run again."
});
