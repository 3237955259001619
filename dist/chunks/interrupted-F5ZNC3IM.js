import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "./chunk-ERMDUWA4.js";
import "./chunk-QVYRRHSV.js";
import "./chunk-2FTR4WCG.js";
import "./chunk-Y6YN7KHS.js";
import "./chunk-URNJPMFR.js";
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
  finishInterrupted
};
