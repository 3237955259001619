import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline,
  runPipeline
} from "./chunk-KRDNDNHY.js";
import "./chunk-OECDORJV.js";
import "./chunk-7I2WASTN.js";
import "./chunk-UY2C3D2M.js";
import "./chunk-QYOWE3MD.js";
import "./chunk-62L2QIBT.js";
import "./chunk-ZWA4FZKB.js";
import "./chunk-DI4UDGA2.js";
import "./chunk-DOI4ZRPN.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-NEBCN2RQ.js";
import "./chunk-O7MKDZIK.js";
import "./chunk-UTNP4HKY.js";
import "./chunk-PR5VHADN.js";
import "./chunk-ESQ2FS3M.js";
import "./chunk-KID3JUHS.js";
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
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";
export {
  finishPipeline,
  runPipeline
};
