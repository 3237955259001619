import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  printable,
  terminalSummary,
  textTable
} from "./chunk-MCTQ57Q6.js";
import "./chunk-UQ6O4TZL.js";
import "./chunk-MWM4TEIZ.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-5XXXVB74.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  printable,
  terminalSummary,
  textTable
};
