import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
} from "./chunk-E6NCPQQM.js";
import "./chunk-CYP3GF72.js";
import "./chunk-47RHK2R6.js";
import "./chunk-CJFIOQJK.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
};
