import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "./chunk-ISQZR6HP.js";
import "./chunk-FUS34IWB.js";
import "./chunk-KI7QCDYV.js";
import "./chunk-LWH37FXK.js";
import "./chunk-UQ6O4TZL.js";
import "./chunk-MWM4TEIZ.js";
import "./chunk-LAS2N4WE.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-OMXFZ4EU.js";
import "./chunk-IF72F2MQ.js";
import "./chunk-UXWPGB2O.js";
import "./chunk-WJDFU2UK.js";
import "./chunk-CI4VIDYQ.js";
import "./chunk-5LIDEIQJ.js";
import "./chunk-TY6A24ZR.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-VLXPXJQZ.js";
import "./chunk-2OKELN4Z.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-PZLRRKXN.js";
import "./chunk-INPAMFGY.js";
import "./chunk-BBOD7NM3.js";
import "./chunk-63NYRDKW.js";
import "./chunk-HFDOI222.js";
import "./chunk-TNQTYQRX.js";
import "./chunk-IBYU2SY7.js";
import "./chunk-JV46PIHO.js";
import "./chunk-TNUCHDZP.js";
import "./chunk-NPGERYWN.js";
import "./chunk-5XXXVB74.js";
import "./chunk-7RD6AW52.js";
import "./chunk-46FNGIEL.js";
import "./chunk-EZQO47NV.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  mergeImages
};
