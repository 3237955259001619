import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
} from "./chunk-M4TK4L4R.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";
export {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
};
