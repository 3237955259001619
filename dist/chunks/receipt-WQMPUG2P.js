import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
} from "./chunk-XSOHMTXU.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-766GEI45.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
};
