import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  build
} from "./chunk-ZVRZ2V2L.js";
import "./chunk-RSFRWYS5.js";
import "./chunk-UXWPGB2O.js";
import "./chunk-WJDFU2UK.js";
import "./chunk-XCR5JQUP.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-5LIDEIQJ.js";
import "./chunk-TY6A24ZR.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-VLXPXJQZ.js";
import "./chunk-2OKELN4Z.js";
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
import "./chunk-DNWJD24H.js";
import "./chunk-46FNGIEL.js";
import "./chunk-EZQO47NV.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  build
};
