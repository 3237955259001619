import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline,
  runPipeline
} from "./chunk-36MHC3V2.js";
import "./chunk-OECDORJV.js";
import "./chunk-7I2WASTN.js";
import "./chunk-UY2C3D2M.js";
import "./chunk-TJSOVZKL.js";
import "./chunk-62L2QIBT.js";
import "./chunk-K6YDZ6CI.js";
import "./chunk-WZ3II3U2.js";
import "./chunk-DOI4ZRPN.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-MGMD6XMF.js";
import "./chunk-O7MKDZIK.js";
import "./chunk-UTNP4HKY.js";
import "./chunk-PR5VHADN.js";
import "./chunk-LSM32M4R.js";
import "./chunk-KID3JUHS.js";
import "./chunk-QORYAFOA.js";
import "./chunk-7GOQIMAW.js";
import "./chunk-QLITWLEZ.js";
import "./chunk-IJOCRBIZ.js";
import "./chunk-5S6IMNDR.js";
import "./chunk-D7MEDYOV.js";
import "./chunk-RBO2KGGH.js";
import "./chunk-NXDTJQED.js";
import "./chunk-CILVAWX5.js";
import "./chunk-THVJOUJ4.js";
import "./chunk-SFAXQ2WK.js";
import "./chunk-LUX6I4HD.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
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
