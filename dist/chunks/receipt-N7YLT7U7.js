import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
} from "./chunk-IF72F2MQ.js";
import "./chunk-TNQTYQRX.js";
import "./chunk-NPGERYWN.js";
import "./chunk-46FNGIEL.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
};
