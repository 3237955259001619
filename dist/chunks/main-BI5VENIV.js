import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "./chunk-2UHNKIZ4.js";
import "./chunk-MCTQ57Q6.js";
import "./chunk-ZXQOZL4U.js";
import "./chunk-J6Y637TM.js";
import "./chunk-LWH37FXK.js";
import "./chunk-UQ6O4TZL.js";
import "./chunk-MWM4TEIZ.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-OMXFZ4EU.js";
import "./chunk-IF72F2MQ.js";
import "./chunk-UXWPGB2O.js";
import "./chunk-WJDFU2UK.js";
import "./chunk-VLXPXJQZ.js";
import "./chunk-6VU5CMNP.js";
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
  rollBack
};
