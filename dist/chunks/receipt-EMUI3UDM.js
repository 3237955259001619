import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
} from "./chunk-XWO6CGIM.js";
import "./chunk-3DYISLRF.js";
import "./chunk-ESPJ7BBO.js";
import "./chunk-JH3HU3BP.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  manifestsIn,
  parseReceipt,
  receiptArtifact,
  serialiseReceipt
};
