import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
} from "./chunk-AQKHWDV3.js";
import "./chunk-U2HBDW55.js";
import "./chunk-IDGKUODQ.js";
import "./chunk-P64A7N2L.js";
import "./chunk-X2BFYXFH.js";
import "./chunk-RSFMZIGQ.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-D54IF7QR.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-2FTR4WCG.js";
import "./chunk-XIOHQ37C.js";
import "./chunk-URNJPMFR.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-766GEI45.js";
import "./chunk-Q4OJ4N3L.js";
import "./chunk-3GJCAOQT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-35SA7A42.js";
import "./chunk-LH472P7B.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-5XXXVB74.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
};
