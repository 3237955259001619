import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
} from "./chunk-SVUWK6TM.js";
import "./chunk-EV5ZBJQI.js";
import "./chunk-IDGKUODQ.js";
import "./chunk-P64A7N2L.js";
import "./chunk-X2BFYXFH.js";
import "./chunk-OQ5AD3TF.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-D54IF7QR.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-2FTR4WCG.js";
import "./chunk-Y6YN7KHS.js";
import "./chunk-URNJPMFR.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-766GEI45.js";
import "./chunk-M3WHKSX2.js";
import "./chunk-2MFSN2HV.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-35SA7A42.js";
import "./chunk-LH472P7B.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-5XXXVB74.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-7RD6AW52.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
};
