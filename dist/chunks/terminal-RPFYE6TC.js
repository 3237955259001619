import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  printable,
  terminalSummary,
  textTable
} from "./chunk-SZLHHMN5.js";
import "./chunk-WNKG45P6.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-5XXXVB74.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  printable,
  terminalSummary,
  textTable
};
