import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline
} from "../chunks/chunk-KRDNDNHY.js";
import "../chunks/chunk-OECDORJV.js";
import "../chunks/chunk-7I2WASTN.js";
import "../chunks/chunk-UY2C3D2M.js";
import "../chunks/chunk-QYOWE3MD.js";
import "../chunks/chunk-62L2QIBT.js";
import "../chunks/chunk-ZWA4FZKB.js";
import "../chunks/chunk-DI4UDGA2.js";
import "../chunks/chunk-DOI4ZRPN.js";
import "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-NEBCN2RQ.js";
import "../chunks/chunk-O7MKDZIK.js";
import "../chunks/chunk-UTNP4HKY.js";
import "../chunks/chunk-PR5VHADN.js";
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

// actions/pipeline/post.ts
await runAction(finishPipeline);
