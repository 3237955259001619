import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
} from "./chunk-NTW5WLMM.js";
import "./chunk-ZGV7YMWN.js";
import "./chunk-IDGKUODQ.js";
import "./chunk-ZXQOZL4U.js";
import "./chunk-J6Y637TM.js";
import "./chunk-LAS2N4WE.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-IF72F2MQ.js";
import "./chunk-UXWPGB2O.js";
import "./chunk-WJDFU2UK.js";
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
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
};
